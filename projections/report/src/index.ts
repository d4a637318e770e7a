export { lowerRate, originMs } from './facts.ts';
export type { KeyFigure } from './figures.ts';
export { formatCount, formatMilliseconds, formatOffset, formatSpan } from './format.ts';
export { type Headline, headline } from './headline.ts';
export { type HtmlOptions, renderHtml } from './html/page.ts';
export { renderMarkdown } from './markdown.ts';
export {
  type AuditFindings,
  auditTotals,
  type Comparison,
  createComparison,
  lostWrites,
  mergeFindings,
  type StoredOrder,
  type StoredPicture,
  unseenAsLost,
} from './measure/audit.ts';
export {
  measurePhase,
  type PhaseInput,
  type PhaseMarks,
  type PhaseMeasurement,
  requestsByPhase,
} from './measure/phase.ts';
export { type TimelineInput, timeline } from './measure/timeline.ts';
export { measuredTimes } from './measured-times.ts';
export { type ParsedReport, parseReport, reportJsonSchema, reportSchema } from './schema.ts';
export {
  type Opening,
  openingLines,
  type PhaseLine,
  type PhaseSort,
  phaseEnd,
  phaseLine,
  type Served,
  type StepLine,
  servedBar,
  stepLine,
  type TerminalOptions,
} from './terminal/live.ts';
export { renderTerminal, type SummaryOptions } from './terminal/summary.ts';
export type * from './types.ts';
export { missesOf, type Verdict, verdict } from './verdict.ts';
export { worstMoments } from './worst.ts';
