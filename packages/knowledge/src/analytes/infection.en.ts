import { analyteEntries } from './analyte-entries.js';

/** Hepatitis, HIV and immunity. */
export const infection = analyteEntries(
  { ask: 'next-visit', from: ['medlineplus-tests', 'cdc-taiwan'], written: '2026-11-30' },
  {
    'hepatitis-b-surface-antigen': {
      name: 'Hepatitis B surface antigen (HBsAg)',
      official: 'HBsAg',
      text: 'This shows whether the hepatitis B virus is in the body now. A positive result means that the virus is present; if this lasts more than half a year, it is called a carrier state, with regular liver tests and ultrasound; a negative result means that no virus was found. Within days after the vaccine it may be positive for a short time.',
      from: ['medlineplus-tests', 'hpa', 'cdc-taiwan'],
    },
    'hepatitis-b-surface-antibody': {
      name: 'Hepatitis B surface antibody (anti-HBs)',
      official: 'Anti-HBs',
      text: 'This shows whether there is protection against hepatitis B. A positive result, usually 10 or more, means antibodies after the vaccine or an infection; a negative one may mean no protection, or a vaccine so long ago that few antibodies are left. A physician can tell whether another dose is useful.',
      from: ['medlineplus-tests', 'hpa', 'cdc-taiwan'],
    },
    'hepatitis-b-e-antigen': {
      name: 'Hepatitis B e antigen (HBeAg)',
      official: 'HBeAg',
      text: 'In people with hepatitis B, this shows whether the virus is very active. A positive result means that there is a lot of virus, which spreads more easily; a negative one usually means less, but it still needs checks. When it turns negative and the e antibody appears, the illness has reached another stage.',
      from: ['medlineplus-tests', 'hpa'],
    },
    'hepatitis-b-e-antibody': {
      name: 'Hepatitis B e antibody (anti-HBe)',
      official: 'Anti-HBe',
      text: 'This is the antibody against the e antigen in people with hepatitis B. A positive result usually means a less active virus, though some viruses change and stay active. It is monitored together with the virus load and liver enzymes.',
      from: ['medlineplus-tests', 'hpa'],
    },
    'hepatitis-b-core-antibody': {
      name: 'Hepatitis B core antibody (anti-HBc)',
      official: 'Anti-HBc',
      text: 'This shows whether there was ever an infection with hepatitis B; the vaccine does not turn it positive. A positive result means an infection now or earlier; it is tested before chemotherapy or drugs that weaken the immune system, as the virus may become active again. It is read together with surface antigen and antibody.',
      from: ['medlineplus-tests', 'hpa'],
    },
    'hepatitis-b-core-igm-antibody': {
      name: 'Hepatitis B core antibody, IgM',
      official: 'Anti-HBc IgM',
      text: 'This is an antibody from the early stage of hepatitis B. A positive result occurs with a recent infection, or when a chronic one flares up. See a physician soon for yellow eyes or tea-colored urine.',
      ask: 'soon',
    },
    'hepatitis-c-antibody': {
      name: 'Hepatitis C antibody (anti-HCV)',
      official: 'Anti-HCV',
      text: 'This shows whether there was ever an infection with hepatitis C. A positive result means that there was an infection; the virus load (HCV RNA) shows whether the virus is still there, and tablets can cure it today. The antibody stays positive after a cure.',
      ask: 'soon',
      from: ['medlineplus-tests', 'hpa', 'cdc-taiwan'],
    },
    'hepatitis-a-igm-antibody': {
      name: 'Hepatitis A antibody, IgM',
      official: 'Anti-HAV IgM',
      text: 'This shows whether there was an infection with hepatitis A recently. A positive result occurs with such an infection, or soon after the vaccine. The infection spreads with food and drink and is reported to the authorities; everyone at home should wash their hands well.',
      ask: 'soon',
    },
    'hepatitis-a-igg-antibody': {
      name: 'Hepatitis A antibody, IgG',
      official: 'Anti-HAV IgG',
      text: 'This shows whether there is protection against hepatitis A. A positive result means a vaccine or an earlier infection, usually for life; a negative one means none, and a physician can tell whether the vaccine is useful.',
    },
    'hepatitis-a-antibody': {
      name: 'Hepatitis A antibody',
      official: 'Anti-HAV',
      text: 'This shows whether there are antibodies against hepatitis A, new or old. A positive result means a vaccine or an infection, and IgM shows whether it is recent; a negative one means no antibodies.',
    },
    'hiv-antigen-antibody': {
      name: 'HIV screen (antigen and antibody)',
      official: 'HIV 1+2 antigen and antibody',
      text: 'This is a screen for infection with HIV. A positive screening result is settled by a further test; a negative result means that no infection was found, though in the first weeks after an infection it may not show yet. Drugs control it over a lifetime, and tests and results are kept confidential.',
      ask: 'soon',
    },
    'rubella-igg-antibody': {
      name: 'Rubella antibody, IgG',
      official: 'Rubella IgG',
      text: 'This shows whether there is protection against rubella, often tested around pregnancy. A positive result means protection by a vaccine or an infection; a negative one means none, so the vaccine is given before a pregnancy, not during one.',
    },
    'measles-igg-antibody': {
      name: 'Measles antibody, IgG',
      official: 'Measles IgG',
      text: 'This shows whether there is protection against measles. A positive result means a vaccine or an infection; a negative one may mean none, and people who travel to outbreaks or work in hospitals can ask a physician about the vaccine.',
    },
    'varicella-igg-antibody': {
      name: 'Varicella zoster antibody, IgG',
      official: 'Varicella zoster IgG',
      text: 'This shows whether there was chickenpox or its vaccine. A positive result means antibodies; a negative one may mean no protection. People with antibodies can still get shingles with age or a weaker immune system.',
    },
  },
);
