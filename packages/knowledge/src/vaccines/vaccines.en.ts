import { entries } from '../entry/entry.js';

/** Vaccines by what they protect against. */
export const vaccines = entries(
  { ask: 'vaccination-site', from: ['cdc-taiwan', 'medlineplus-encyclopedia'], written: '2026-11-30' },
  {
    influenza: {
      name: 'Influenza vaccine',
      text: 'Protects against influenza and complications such as pneumonia. The virus changes, so a new dose is given each autumn or winter. A sore arm, slight fever or tiredness for a day or two is common.',
    },
    'covid-19': {
      name: 'COVID-19 vaccine',
      text: 'Protects against COVID-19, above all against severe illness. It is updated; letters and numbers in the record tell maker or strain. A sore arm, tiredness or fever for a day or two is common; chest pain, breathlessness or palpitations need prompt care.',
    },
    'pneumococcal-conjugate': {
      name: 'Pneumococcal conjugate vaccine',
      text: 'Protects against pneumonia, meningitis and blood infection by pneumococci. The number before the name (13, 15, 20) tells how many types it covers. Young children and older people are the main groups.',
    },
    'pneumococcal-polysaccharide': {
      name: 'Pneumococcal polysaccharide vaccine (23 types)',
      text: 'Protects against severe pneumococcal infections of 23 types. Mostly for older people or those with long illness, sometimes before or after the conjugate vaccine.',
    },
    'hepatitis-b': {
      name: 'Hepatitis B vaccine',
      text: 'Protects against hepatitis B and so against chronic hepatitis and liver cancer. Babies begin soon after birth, three doses in all; adults can catch up.',
    },
    'hepatitis-b-immunoglobulin': {
      name: 'Hepatitis B immunoglobulin',
      text: 'Ready-made antibodies against hepatitis B: they act at once but not for long. Mostly for newborns of mothers who carry the virus, or after contact.',
    },
    'hepatitis-a': {
      name: 'Hepatitis A vaccine',
      text: 'Protects against hepatitis A, which spreads with food. Usually two doses at least half a year apart; a sore arm is common.',
    },
    bcg: {
      name: 'BCG',
      text: 'Guards small children against severe tuberculosis such as meningitis. A small sore that crusts and scars within weeks is the usual reaction; swollen glands or a sore that does not heal need a visit.',
    },
    'dtap-ipv-hib': {
      name: '5-in-1 vaccine (DTaP-IPV-Hib)',
      text: 'Protects at once against diphtheria, tetanus, whooping cough, polio and Hib. Given to small children in several doses; redness or fever for a day or two is common.',
    },
    'six-in-one': {
      name: '6-in-1 vaccine',
      text: 'The five of the 5-in-1 vaccine and hepatitis B. Given to small children in several doses; fever or redness for a day or two is common.',
    },
    'dtap-ipv': {
      name: '4-in-1 vaccine (diphtheria, tetanus, whooping cough, polio)',
      text: 'Renews protection against diphtheria, tetanus, whooping cough and polio. Mostly before school; a sore swollen arm for days is common.',
    },
    tdap: {
      name: 'Tetanus, diphtheria and whooping cough vaccine (Tdap)',
      text: 'Renews protection against tetanus, diphtheria and whooping cough. Given in pregnancy it hands antibodies to the baby; a sore arm is common.',
    },
    td: {
      name: 'Tetanus and diphtheria vaccine (Td)',
      text: 'Renews protection against tetanus and diphtheria, about every ten years or sooner after a wound. A sore arm for days is common.',
    },
    tetanus: {
      name: 'Tetanus vaccine',
      text: 'Protects against tetanus from wounds. Whether it is needed after an injury depends on the wound and the last dose.',
    },
    mmr: {
      name: 'Measles, mumps and rubella vaccine (MMR)',
      text: 'Protects against measles, mumps and rubella; a weakened live vaccine. Fever or rash one to two weeks later may come; not given in pregnancy, and contraception is advised for a while afterwards.',
    },
    varicella: {
      name: 'Chickenpox vaccine',
      text: 'Protects against chickenpox; a weakened live vaccine. Fever or a few spots may come; not given in pregnancy or with weak immunity.',
    },
    'japanese-encephalitis': {
      name: 'Japanese encephalitis vaccine',
      text: 'Protects against Japanese encephalitis, passed by mosquitoes. There are live and inactivated kinds with different numbers of doses; the record tells which.',
    },
    polio: {
      name: 'Polio vaccine',
      text: 'Protects against polio. Today mostly the injected inactivated kind, often combined with others in one injection.',
    },
    hib: {
      name: 'Hib vaccine',
      text: 'Protects against meningitis and pneumonia by Haemophilus influenzae type b, which is not influenza. Mostly part of the 5-in-1 vaccine.',
    },
    rotavirus: {
      name: 'Rotavirus vaccine',
      text: 'Drops by mouth against rotavirus diarrhoea of babies, to be finished by a certain age. Ceaseless crying, vomiting or blood in the stool need help at once: the bowel may have folded in.',
    },
    hpv: {
      name: 'HPV vaccine',
      text: 'Protects against papilloma viruses and so against cervical and other cancers and warts. The number tells the types covered; women still need cervical screening.',
    },
    shingles: {
      name: 'Shingles vaccine',
      text: 'Protects against shingles and the nerve pain after it, mainly for people from middle age. A sore arm, tiredness or fever for a day or two is fairly common.',
    },
    rabies: {
      name: 'Rabies vaccine',
      text: 'Protects against rabies after a bite by a suspect animal, or beforehand for people at risk. Wash the wound with soap and water for 15 minutes first; doses are to be finished on time.',
    },
    meningococcal: {
      name: 'Meningococcal vaccine',
      text: 'Protects against meningitis and sepsis by meningococci. Mostly for studies abroad, certain journeys, or people without a working spleen.',
    },
    'yellow-fever': {
      name: 'Yellow fever vaccine',
      text: 'Protects against yellow fever, passed by mosquitoes; some countries require proof; a weakened live vaccine. Older people, pregnancy and weak immunity need assessment first.',
    },
    typhoid: {
      name: 'Typhoid vaccine',
      text: 'Protects against typhoid, which spreads with food; mostly before journeys. Protection is not complete, so clean food still matters.',
    },
    'enterovirus-71': {
      name: 'Enterovirus 71 vaccine',
      text: 'Protects small children against severe illness by enterovirus 71. It does not cover other enteroviruses.',
    },
    mpox: {
      name: 'Mpox vaccine',
      text: 'Protects against mpox, for people at risk of contact. Two doses; redness and itching at the site are common.',
    },
    rsv: {
      name: 'RSV vaccine or antibody',
      text: 'Protects against bronchiolitis and pneumonia by RSV. Older people and pregnant women get a vaccine, babies perhaps an antibody; the record tells which.',
    },
  },
);
