import { analyteEntries } from './analyte-entries.js';

/** Tests for hepatitis, HIV and immunity. */
export const infection = analyteEntries(
  { ask: 'next-visit', from: ['medlineplus-tests', 'cdc-taiwan'], written: '2026-11-30' },
  {
    'hepatitis-b-surface-antigen': {
      name: 'Hepatitis B surface antigen (HBsAg)',
      official: 'HBsAg',
      text: 'This test shows whether the hepatitis B virus is in the body now. A positive result means that the virus is present; a person who still has it after half a year is called a carrier and needs regular liver tests and ultrasound. A negative result means that no virus was found. The test may be positive for a few days after a hepatitis B vaccine.',
      from: ['medlineplus-tests', 'hpa', 'cdc-taiwan'],
    },
    'hepatitis-b-surface-antibody': {
      name: 'Hepatitis B surface antibody (anti-HBs)',
      official: 'Anti-HBs',
      text: 'This test shows whether a person is protected against hepatitis B. A positive result, usually 10 or more, means that antibodies formed after a vaccine or an infection. A negative result can mean that there is no protection, or that antibodies have fallen long after a vaccine. A doctor can advise whether another dose is useful.',
      from: ['medlineplus-tests', 'hpa', 'cdc-taiwan'],
    },
    'hepatitis-b-e-antigen': {
      name: 'Hepatitis B e antigen (HBeAg)',
      official: 'HBeAg',
      text: 'In people with hepatitis B, this test shows whether the virus is very active. A positive result means that there is a lot of virus, which spreads more easily; a negative result usually means less virus, but check-ups are still needed. When the e antigen disappears and the e antibody appears, the illness has entered a new stage.',
      from: ['medlineplus-tests', 'hpa'],
    },
    'hepatitis-b-e-antibody': {
      name: 'Hepatitis B e antibody (anti-HBe)',
      official: 'Anti-HBe',
      text: 'This is an antibody against the e antigen in people with hepatitis B. A positive result usually means that the virus is less active, although in a few people the virus changes and stays active. It is monitored along with the viral load and liver enzymes.',
      from: ['medlineplus-tests', 'hpa'],
    },
    'hepatitis-b-core-antibody': {
      name: 'Hepatitis B core antibody (anti-HBc)',
      official: 'Anti-HBc',
      text: 'This test shows whether there has ever been an infection with hepatitis B; a vaccine does not make it positive. A positive result means a past or present infection. The test is done before treatment with chemotherapy or drugs that weaken the immune system, because the virus may become active again. It is interpreted along with the surface antigen and surface antibody.',
      from: ['medlineplus-tests', 'hpa'],
    },
    'hepatitis-b-core-igm-antibody': {
      name: 'Hepatitis B core antibody, IgM',
      official: 'Anti-HBc IgM',
      text: 'This antibody appears in the early stage of hepatitis B. A positive result can mean a recent infection or a flare-up of chronic hepatitis B. See a doctor promptly if your eyes turn yellow or your urine turns tea-colored.',
      ask: 'soon',
    },
    'hepatitis-c-antibody': {
      name: 'Hepatitis C antibody (anti-HCV)',
      official: 'Anti-HCV',
      text: 'This test shows whether there has ever been an infection with hepatitis C. After a positive result, a test of the viral load (HCV RNA) shows whether the virus is still present; tablets can now cure hepatitis C. The antibody stays positive after a cure.',
      ask: 'soon',
      from: ['medlineplus-tests', 'hpa', 'cdc-taiwan'],
    },
    'hepatitis-a-igm-antibody': {
      name: 'Hepatitis A antibody, IgM',
      official: 'Anti-HAV IgM',
      text: 'This test shows whether there has been a recent infection with hepatitis A. A positive result can come from such an infection or from a recent vaccination. Hepatitis A spreads through food and drink, and cases are reported to the health authorities; everyone at home should wash their hands often.',
      ask: 'soon',
    },
    'hepatitis-a-igg-antibody': {
      name: 'Hepatitis A antibody, IgG',
      official: 'Anti-HAV IgG',
      text: 'This test shows whether a person is protected against hepatitis A. A positive result means a past vaccination or infection, with protection that usually lasts for life. A negative result means no protection, and a doctor can advise whether the vaccine is useful.',
    },
    'hepatitis-a-antibody': {
      name: 'Hepatitis A antibody',
      official: 'Anti-HAV',
      text: 'This test shows whether there are antibodies against hepatitis A, whether they formed recently or long ago. A positive result means a past vaccination or infection, and IgM shows whether the infection is recent; a negative result means that there are no antibodies.',
    },
    'hiv-antigen-antibody': {
      name: 'HIV screen (antigen and antibody)',
      official: 'HIV 1+2 antigen and antibody',
      text: 'This is a screening test for infection with HIV. A positive result must be confirmed by a further test. A negative result means that no infection was found, although the test may not detect an infection in its first weeks. Drugs can control the virus over the long term; tests and test results are kept confidential.',
      ask: 'soon',
    },
    'rubella-igg-antibody': {
      name: 'Rubella antibody, IgG',
      official: 'Rubella IgG',
      text: 'This test shows whether a person is protected against rubella, and is often done around pregnancy. A positive result means protection from a vaccine or an infection; a negative result means no protection, so the vaccine is given before a pregnancy and not during one.',
    },
    'measles-igg-antibody': {
      name: 'Measles antibody, IgG',
      official: 'Measles IgG',
      text: 'This test shows whether a person is protected against measles. A positive result means a past vaccination or infection. A negative result may mean no protection, and people who travel to areas with outbreaks or work in hospitals can ask a doctor about the vaccine.',
    },
    'varicella-igg-antibody': {
      name: 'Varicella zoster antibody, IgG',
      official: 'Varicella zoster IgG',
      text: 'This test shows whether a person has had chickenpox or the chickenpox vaccine. A positive result means that there are antibodies; a negative result may mean no protection. People with antibodies can still get shingles in old age or when the immune system is weaker.',
    },
  },
);
