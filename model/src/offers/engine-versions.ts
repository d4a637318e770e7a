// Written by scripts/offers: change it there.

/** Majors and their minors; a major alone is what AWS makes of it. */
export const engineVersions = {
  postgres: {
    11: '',
    12: '22',
    13: '15 16 18 20 21 22 23',
    14: '12 13 15 17 18 19 20 21 22',
    15: '7 8 10 12 13 14 15 16 17',
    16: '3 4 6 8 9 10 11 12 13',
    17: '2 4 5 6 7 8 9',
    18: '1 2 3',
  },
  'aurora postgresql': {
    11: '9 21',
    12: '9 22',
    13: '9 16 23',
    14: '6 13 15 17 18 19 20 22',
    15: '8 10 12 13 14 15 17',
    16: '4 6 8 9 10 11 13',
    17: '4 5 6 7 9',
    18: '3 4 6',
  },
  kubernetes: { 1: '32 33 34 35 36 37' },
} as const;

export const engineVersionsOf = { date: '2026-11-10', source: 'AWS CDK 2.276.0' } as const;
