import { analyteEntries } from './analyte-entries.js';

/** Tests for hepatitis, HIV and immunity. */
export const infection = analyteEntries(
  { ask: 'next-visit', from: ['medlineplus-tests', 'cdc-taiwan'], written: '2026-11-30' },
  {
    'hepatitis-b-surface-antigen': {
      name: 'Hepatitis B surface antigen (HBsAg)',
      official: 'HBsAg',
      text: 'This test shows whether the hepatitis B virus is in the body now. A positive result means that the virus is present; a person who still has the virus after half a year is called a carrier and needs regular liver tests and ultrasound. A negative result means that the virus was not found this time. The test may be positive for a few days after a hepatitis B vaccine.',
      from: ['medlineplus-tests', 'hpa', 'cdc-taiwan'],
    },
    'hepatitis-b-surface-antibody': {
      name: 'Hepatitis B surface antibody (anti-HBs)',
      official: 'Anti-HBs',
      text: 'This test shows whether a person is protected against hepatitis B. A positive result, usually 10 or more, means that antibodies have formed after a vaccination or an infection. A negative result can mean that there is no protection, or that the person was vaccinated long ago and the antibody level has fallen. A doctor can advise whether another dose of the vaccine is useful.',
      from: ['medlineplus-tests', 'hpa', 'cdc-taiwan'],
    },
    'hepatitis-b-e-antigen': {
      name: 'Hepatitis B e antigen (HBeAg)',
      official: 'HBeAg',
      text: 'In people with hepatitis B, this test shows whether the virus is very active. A positive result means that there is a lot of virus in the body and that it spreads more easily; a negative result usually means that there is less virus, but check-ups are still needed. When the e antigen disappears and the e antibody appears, the illness has entered a new stage.',
      from: ['medlineplus-tests', 'hpa'],
    },
    'hepatitis-b-e-antibody': {
      name: 'Hepatitis B e antibody (anti-HBe)',
      official: 'Anti-HBe',
      text: 'This is an antibody against the e antigen in people with hepatitis B. A positive result usually means that the virus is less active, although in a few people the virus changes and stays active. Doctors monitor this antibody along with the viral load and liver enzymes.',
      from: ['medlineplus-tests', 'hpa'],
    },
    'hepatitis-b-core-antibody': {
      name: 'Hepatitis B core antibody (anti-HBc)',
      official: 'Anti-HBc',
      text: 'This test shows whether a person has ever been infected with hepatitis B; a vaccine does not make the result positive. A positive result means a past or present infection. The test is done before treatment with chemotherapy or drugs that weaken the immune system, because such treatment may make the virus active again. The result is interpreted along with the surface antigen and surface antibody.',
      from: ['medlineplus-tests', 'hpa'],
    },
    'hepatitis-b-core-igm-antibody': {
      name: 'Hepatitis B core antibody, IgM',
      official: 'Anti-HBc IgM',
      text: 'This antibody appears in the early stage of a hepatitis B infection. A positive result can mean a recent infection or a flare-up of chronic hepatitis B. See a doctor promptly if the whites of your eyes turn yellow or your urine is tea-colored.',
      ask: 'soon',
    },
    'hepatitis-c-antibody': {
      name: 'Hepatitis C antibody (anti-HCV)',
      official: 'Anti-HCV',
      text: 'This test shows whether a person has ever been infected with hepatitis C. After a positive result, a test of the viral load (HCV RNA) shows whether the virus is still present; tablets can now cure hepatitis C. The antibody test stays positive after hepatitis C is cured.',
      ask: 'soon',
      from: ['medlineplus-tests', 'hpa', 'cdc-taiwan'],
    },
    'hepatitis-a-igm-antibody': {
      name: 'Hepatitis A antibody, IgM',
      official: 'Anti-HAV IgM',
      text: 'This test shows whether there has been a recent infection with hepatitis A. A positive result can mean a recent infection or a recent vaccination. Hepatitis A spreads through food and drink. The hospital or clinic reports cases to the health authorities and asks everyone in the household to wash their hands often.',
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
      text: 'This test shows whether there are antibodies against hepatitis A, no matter how long ago they formed. A positive result means a past vaccination or infection, and the IgM test shows whether an infection is recent; a negative result means that there are no antibodies.',
    },
    'hiv-antigen-antibody': {
      name: 'HIV screen (antigen and antibody)',
      official: 'HIV 1+2 antigen and antibody',
      text: 'This is a screening test for infection with HIV. A positive result must be confirmed by a further test. A negative result means that no infection was found, but the test may not detect an infection in the first few weeks. Drugs can now control the virus over the long term; the test and its results are kept confidential.',
      ask: 'soon',
    },
    'rubella-igg-antibody': {
      name: 'Rubella antibody, IgG',
      official: 'Rubella IgG',
      text: 'This test shows whether a person is protected against rubella, and is often done before, during or after pregnancy. A positive result means protection from a vaccine or an infection; a negative result means no protection, so the vaccine can be given before a pregnancy, but not during one.',
    },
    'measles-igg-antibody': {
      name: 'Measles antibody, IgG',
      official: 'Measles IgG',
      text: 'This test shows whether a person is protected against measles. A positive result means a past vaccination or infection. A negative result may mean no protection, and people who travel to areas with outbreaks or work in hospitals can ask a doctor about the vaccine.',
    },
    'varicella-igg-antibody': {
      name: 'Varicella zoster antibody, IgG',
      official: 'Varicella zoster IgG',
      text: 'This test shows whether a person has had chickenpox or has received the chickenpox vaccine. A positive result means that there are antibodies; a negative result may mean no protection. People with antibodies can still get shingles in old age or when their immune system is weaker.',
    },
  },
);
