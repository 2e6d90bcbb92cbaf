import { expect } from '@open-wc/testing';
import { lookAt, type Look } from '../../src/core/looks.js';

const LOOKS: readonly Look[] = [
  'email',
  'url',
  'linkedin',
  'domain',
  'phone',
  'number',
  'digits',
  'date',
  'boolean',
  'salutation',
  'code',
];

describe('lookAt', () => {
  const cases: readonly (readonly [cell: string, ...looks: Look[]])[] = [
    ['ann@acme.com', 'email'],
    ['ann@acme.com; bob@acme.com', 'email'],
    ['ann@home.org ::: ann@acme.com', 'email'],
    ['jürgen@bücher.example', 'email'],
    ['Alan (alan@acme.com)'],
    ['@annlee'],
    ['https://acme.com/path?a=1', 'url'],
    ['www.acme.com', 'url'],
    ['acme.co.uk', 'domain'],
    ['https://www.linkedin.com/in/ann', 'linkedin', 'url'],
    ['Acme Inc.'],
    ['St. Gallen'],
    ['+33 1 42 68 53 00', 'phone'],
    ['(512) 757-6000 ext. 12', 'phone'],
    ['0341/555123', 'phone'],
    ['555123', 'phone', 'number', 'digits'],
    ['12', 'number', 'digits'],
    ['-3.5', 'number'],
    ['1,234.50', 'number'],
    ['1.234,50 €', 'number'],
    ['25%', 'number'],
    ['2024-01-31', 'date'],
    ['2024-01-31T10:00:00Z', 'date'],
    ['31/12/2024', 'date'],
    ['28.10.23', 'date'],
    ['02 Jan 2024', 'date'],
    ['2023.OCT.28', 'date'],
    ['3 février 2024', 'date'],
    ['12 Main 2024'],
    ['oui', 'boolean'],
    ['FALSE', 'boolean'],
    ['0', 'boolean', 'number', 'digits'],
    ['Mme', 'salutation'],
    ['Prof. Dr.', 'salutation'],
    ['SP', 'code'],
    ['Springfield'],
  ];
  for (const [cell, ...looks] of cases) {
    it(`“${cell}” looks like ${looks.join(', ') || 'nothing in particular'}`, () => {
      const { share } = lookAt([cell]);
      expect(LOOKS.filter((look) => share[look] === 1)).to.have.members(looks);
    });
  }

  it('shares are of the filled cells', () => {
    const looks = lookAt(['', 'ann@acme.com', '  ', 'none', 'bob@acme.com', 'x']);
    expect(looks.filled).to.equal(4);
    expect(looks.share.email).to.equal(0.5);
  });

  it('distinct cells are told apart by neither case nor spaces', () => {
    expect(lookAt(['Gold', ' gold ', 'GOLD', 'Light  Blue']).distinct).to.deep.equal(['gold', 'light blue']);
  });

  it('a column of empty cells looks like nothing', () => {
    const { filled, distinct, share, withDigit } = lookAt(['', ' ', '']);
    expect({ filled, distinct, withDigit }).to.deep.equal({ filled: 0, distinct: [], withDigit: 0 });
    expect(Object.values(share).every((value) => value === 0)).to.equal(true);
  });
});
