// Prints `N passed, N failed` from vitest's JSON report. Exits with 1 when a test failed, when a
// test file could not even be loaded, and when no test ran at all.
import { readFileSync } from 'node:fs';

let report = { numPassedTests: 0, numFailedTests: 0, testResults: [] };
try {
  report = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
} catch {
  console.error('The test runner wrote no report.');
}
// A file that can't be loaded has no tests to count: it counts as one that failed.
const broken = report.testResults.filter(
  (file) => file.status === 'failed' && file.assertionResults.length === 0,
);
const failed = report.numFailedTests + broken.length;
console.log(`${report.numPassedTests} passed, ${failed} failed`);
process.exitCode = failed > 0 || report.numPassedTests === 0 ? 1 : 0;
