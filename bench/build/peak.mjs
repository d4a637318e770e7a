// Loaded before a command that is measured: tells the most memory that its process ever had, KiB.
import { writeSync } from 'node:fs';

process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));
