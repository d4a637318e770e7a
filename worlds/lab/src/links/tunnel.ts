import { connect, createServer, type Server, type Socket } from 'node:net';
import type { TunnelLayout } from '../layout.ts';
import type { DirectedLink } from './directed-link.ts';

/**
 * A narrow link passes on pieces of this size at the least, so that connections take turns on it.
 */
const pieceBytesMin = 16 * 1024;
/** A piece keeps the link busy for no longer than this, unless it is of the least size. */
const pieceMs = 1;

/** What a tunnel asks before it passes anything on. */
export interface Darkness {
  /** Whether the zone of the tunnel's endpoint is dead. */
  targetDark(): boolean;
  /** Whether the process that connected from this port, then, was in a zone that is dead. */
  sourceDark(port: number, connectedMs: number): boolean;
  now(): number;
}

export interface Tunnel {
  readonly layout: TunnelLayout;
  readonly connections: ReadonlySet<TunnelConnection>;
  /** Looks again at what is dark. What became dark goes silent; what is lit again gets reset. */
  refresh(): void;
  close(): Promise<void>;
}

/**
 * Listens at one site and carries TCP to an endpoint at another. The connection to the listener is
 * made by the kernel at once, so a client's connect never fails here: the tunnel's own handshake
 * takes a round trip of the links, and no byte passes before it is done.
 */
export async function openTunnel(
  layout: TunnelLayout,
  forward: DirectedLink,
  back: DirectedLink,
  darkness: Darkness,
): Promise<Tunnel> {
  const connections = new Set<TunnelConnection>();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (source) => {
    const connection = new TunnelConnection(layout, source, forward, back, darkness);
    connections.add(connection);
    connection.onGone = () => connections.delete(connection);
  });
  await listen(server, layout.listenPort);
  return {
    layout,
    connections,
    refresh() {
      for (const connection of [...connections]) connection.refresh();
    },
    async close() {
      for (const connection of [...connections]) connection.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', backlog: 511 }, resolve);
  });
}

/** One end of a connection: its socket and what is on its way from it to the other end. */
interface End {
  socket: Socket | null;
  readonly link: DirectedLink;
  /** Bytes of this end that the link holds; above the window its socket is not read. */
  heldBytes: number;
  paused: boolean;
  /** Its FIN was sent on. */
  ended: boolean;
  /** Its RST was sent on: once, whatever else its socket reports. */
  wasReset: boolean;
}

function newEnd(socket: Socket | null, link: DirectedLink): End {
  return { socket, link, heldBytes: 0, paused: false, ended: false, wasReset: false };
}

export class TunnelConnection {
  onGone: () => void = () => {};
  private readonly source: End;
  private readonly target: End;
  private readonly port: number;
  private readonly connectedMs: number;
  private readonly targetPort: number;
  private readonly darkness: Darkness;
  /** Nothing passes any more; the live end is read so that its own close is noticed. */
  private dark = false;
  private established = false;
  private gone = false;
  /** What the source sent before the handshake was done. */
  private early: (Buffer | 'end')[] = [];

  constructor(
    layout: TunnelLayout,
    source: Socket,
    forward: DirectedLink,
    back: DirectedLink,
    darkness: Darkness,
  ) {
    this.source = newEnd(source, forward);
    this.target = newEnd(null, back);
    this.port = source.remotePort ?? 0;
    this.targetPort = layout.targetPort;
    this.darkness = darkness;
    this.connectedMs = darkness.now();
    this.watch(this.source, this.target);
    this.refresh();
    forward.send(0, () => this.reachTarget());
  }

  refresh(): void {
    const dark =
      this.darkness.targetDark() || this.darkness.sourceDark(this.port, this.connectedMs);
    if (this.dark && !dark) this.reset();
    if (!dark || this.dark) return;
    this.dark = true;
    this.early = [];
    for (const end of [this.source, this.target]) {
      end.socket?.resume();
    }
  }

  destroy(): void {
    this.source.socket?.destroy();
    this.target.socket?.destroy();
    this.finish();
  }

  /** The first packet has crossed: the target's kernel answers, or refuses. */
  private reachTarget(): void {
    if (this.dark || this.gone) return;
    const socket = connect({
      port: this.targetPort,
      host: '127.0.0.1',
      allowHalfOpen: true,
      noDelay: true,
    });
    this.target.socket = socket;
    this.watch(this.target, this.source);
    socket.once('connect', () => this.target.link.send(0, () => this.establish()));
  }

  /** The answer has crossed back: the source may send. */
  private establish(): void {
    if (this.dark || this.gone) return;
    this.established = true;
    const early = this.early;
    this.early = [];
    this.source.heldBytes = 0;
    for (const part of early) {
      if (part === 'end') this.sendEnd(this.source, this.target);
      else this.sendBytes(this.source, this.target, part);
    }
    this.flow(this.source, this.target);
  }

  private watch(end: End, other: End): void {
    const socket = end.socket;
    if (socket === null) return;
    socket.on('data', (chunk: Buffer) => {
      if (this.dark) return;
      if (end === this.source && !this.established) {
        this.early.push(chunk);
        end.heldBytes += chunk.length;
        this.flow(end, other);
      } else {
        this.sendBytes(end, other, chunk);
      }
    });
    socket.once('end', () => {
      if (this.dark) {
        this.endInTheDark();
      } else if (end === this.source && !this.established) {
        // Someone who gives up before the handshake is done has gone; a half-close keeps waiting.
        const waitsForHeal = end.link.settings().cut || other.link.settings().cut;
        if (waitsForHeal) this.destroy();
        else this.early.push('end');
      } else {
        this.sendEnd(end, other);
      }
    });
    socket.on('drain', () => this.flow(other, end));
    // A reset or a refusal. `close` follows.
    socket.on('error', () => this.sendReset(end, other));
    socket.once('close', () => {
      if (this.sidesClosed()) this.finish();
    });
  }

  private sendBytes(end: End, other: End, chunk: Buffer): void {
    const rate = end.link.settings().bandwidthBytesPerSecond;
    const pieceBytes = rate === null ? chunk.length : (rate / 1000) * pieceMs;
    const size = Math.ceil(Math.max(pieceBytesMin, pieceBytes));
    for (let at = 0; at < chunk.length; at += size) {
      const piece = size < chunk.length ? chunk.subarray(at, at + size) : chunk;
      end.heldBytes += piece.length;
      end.link.send(piece.length, () => {
        end.heldBytes -= piece.length;
        const socket = other.socket;
        if (this.mayArrive(other) && socket?.writable) socket.write(piece);
        this.flow(end, other);
      });
    }
    this.flow(end, other);
  }

  private sendEnd(end: End, other: End): void {
    if (end.ended) return;
    end.ended = true;
    end.link.send(0, () => {
      if (!this.dark) other.socket?.end();
    });
  }

  private sendReset(end: End, other: End): void {
    if (this.dark) this.endInTheDark();
    if (this.dark || end.wasReset) return;
    end.wasReset = true;
    end.link.send(0, () => {
      if (this.dark) return;
      if (other.socket?.destroyed === false) other.socket.resetAndDestroy();
      if (this.sidesClosed()) this.finish();
    });
  }

  /** What was on the wire when a host died still arrives at the other, living one. */
  private mayArrive(receiver: End): boolean {
    if (!this.dark) return true;
    const receiverIsSource = receiver === this.source;
    return receiverIsSource
      ? !this.darkness.sourceDark(this.port, this.connectedMs)
      : !this.darkness.targetDark();
  }

  /**
   * Reads on or stops reading, by what is on its way and by what the other end still has to take.
   */
  private flow(end: End, other: End): void {
    const socket = end.socket;
    if (socket === null || socket.destroyed || this.dark) return;
    const waiting = end.heldBytes + (other.socket?.writableLength ?? 0);
    const window = end.link.windowBytes();
    if (!end.paused && waiting > window) {
      end.paused = true;
      socket.pause();
    } else if (end.paused && waiting <= window / 2) {
      end.paused = false;
      socket.resume();
    }
  }

  /** Either end's socket closed while nothing passes: when both have, nobody is left. */
  private endInTheDark(): void {
    const liveEnd = this.darkness.targetDark() ? this.source : this.target;
    if (liveEnd.socket === null || liveEnd.socket.readableEnded || liveEnd.socket.destroyed) {
      this.destroy();
    }
  }

  private sidesClosed(): boolean {
    return [this.source, this.target].every(({ socket }) => socket === null || socket.destroyed);
  }

  /** The dead host is back and knows nothing of this connection. */
  private reset(): void {
    for (const { socket } of [this.source, this.target]) {
      if (socket !== null && !socket.destroyed) socket.resetAndDestroy();
    }
    this.finish();
  }

  private finish(): void {
    if (this.gone) return;
    this.gone = true;
    this.early = [];
    this.onGone();
  }
}
