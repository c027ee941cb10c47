import { analyteEntries } from './analyte-entries.js';

/** Hepatitis, HIV and immunity. */
export const infection = analyteEntries(
  { ask: 'next-visit', from: ['medlineplus-tests', 'cdc-taiwan'], written: '2026-11-30' },
  {
    'hepatitis-b-surface-antigen': {
      name: 'Hepatitis B surface antigen (HBsAg)',
      official: 'HBsAg',
      text: 'Whether the hepatitis B virus is in the body now. Positive means that it is; lasting more than half a year it is called a carrier state, in which liver tests and ultrasound are followed; negative means that none was found. Within days after the vaccine it may be positive for a short time.',
      from: ['medlineplus-tests', 'hpa', 'cdc-taiwan'],
    },
    'hepatitis-b-surface-antibody': {
      name: 'Hepatitis B surface antibody (anti-HBs)',
      official: 'Anti-HBs',
      text: 'Whether there is protection against hepatitis B. Positive, usually 10 or more, means antibodies after the vaccine or an infection; negative may mean no protection, or a vaccine so long ago that antibodies became few. A physician can tell whether another dose is useful.',
      from: ['medlineplus-tests', 'hpa', 'cdc-taiwan'],
    },
    'hepatitis-b-e-antigen': {
      name: 'Hepatitis B e antigen (HBeAg)',
      official: 'HBeAg',
      text: 'In people with hepatitis B it shows whether the virus is very active. Positive means that much virus is made and passes on more easily; negative mostly means less, but is still followed. Turning negative while e antibody appears is a stage of the course.',
      from: ['medlineplus-tests', 'hpa'],
    },
    'hepatitis-b-e-antibody': {
      name: 'Hepatitis B e antibody (anti-HBe)',
      official: 'Anti-HBe',
      text: 'In people with hepatitis B, the antibody against the e antigen. Positive mostly means a less active virus, though some viruses change and stay active. Virus load and liver enzymes are followed with it.',
      from: ['medlineplus-tests', 'hpa'],
    },
    'hepatitis-b-core-antibody': {
      name: 'Hepatitis B core antibody (anti-HBc)',
      official: 'Anti-HBc',
      text: 'Whether there was ever an infection with hepatitis B; the vaccine does not turn it positive. Positive means an infection now or earlier; it is tested before chemotherapy or drugs that weaken the immune system, as the virus may wake up. It is read with surface antigen and antibody.',
      from: ['medlineplus-tests', 'hpa'],
    },
    'hepatitis-b-core-igm-antibody': {
      name: 'Hepatitis B core antibody, IgM',
      official: 'Anti-HBc IgM',
      text: 'An antibody of the early time of hepatitis B. Positive occurs with a recent infection, or a flare of a long one. Yellow eyes and tea-colored urine should be seen soon.',
      ask: 'soon',
    },
    'hepatitis-c-antibody': {
      name: 'Hepatitis C antibody (anti-HCV)',
      official: 'Anti-HCV',
      text: 'Whether there was ever an infection with hepatitis C. Positive means that there was; virus load (HCV RNA) tells whether the virus is there now, and tablets can cure it today. The antibody stays positive after a cure.',
      ask: 'soon',
      from: ['medlineplus-tests', 'hpa', 'cdc-taiwan'],
    },
    'hepatitis-a-igm-antibody': {
      name: 'Hepatitis A antibody, IgM',
      official: 'Anti-HAV IgM',
      text: 'Whether there was an infection with hepatitis A recently. Positive occurs with one, or soon after the vaccine. It spreads by food and drink, is reported, and calls for washing hands at home.',
      ask: 'soon',
    },
    'hepatitis-a-igg-antibody': {
      name: 'Hepatitis A antibody, IgG',
      official: 'Anti-HAV IgG',
      text: 'Whether there is protection against hepatitis A. Positive means a vaccine or an earlier infection, mostly for life; negative means none, and a physician can tell whether the vaccine is useful.',
    },
    'hepatitis-a-antibody': {
      name: 'Hepatitis A antibody',
      official: 'Anti-HAV',
      text: 'Whether there are antibodies against hepatitis A, new or old. Positive means a vaccine or an infection, and IgM tells whether it is recent; negative means no antibodies.',
    },
    'hiv-antigen-antibody': {
      name: 'HIV screen (antigen and antibody)',
      official: 'HIV 1+2 antigen and antibody',
      text: 'A screen for infection with HIV. A positive screen is decided by a further test; negative means that none was found, though in the first weeks after an infection it may not show yet. Drugs control it over a lifetime, and tests and results are kept confidential.',
      ask: 'soon',
    },
    'rubella-igg-antibody': {
      name: 'Rubella antibody, IgG',
      official: 'Rubella IgG',
      text: 'Whether there is protection against rubella, often tested around pregnancy. Positive means a vaccine or an infection, and protection; negative means none, so the vaccine is given before a pregnancy, not during one.',
    },
    'measles-igg-antibody': {
      name: 'Measles antibody, IgG',
      official: 'Measles IgG',
      text: 'Whether there is protection against measles. Positive means a vaccine or an infection; negative may mean none, and people who travel to outbreaks or work in hospitals can ask a physician about the vaccine.',
    },
    'varicella-igg-antibody': {
      name: 'Varicella zoster antibody, IgG',
      official: 'Varicella zoster IgG',
      text: 'Whether there was chickenpox or its vaccine. Positive means antibodies; negative may mean no protection. People with antibodies can still get shingles with age or a weaker immune system.',
    },
  },
);
