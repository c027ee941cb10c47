import { analyteEntries } from './analyte-entries.js';

/** Blood tests for thyroid and other hormones, and for tumor markers. */
export const hormones = analyteEntries(
  { ask: 'next-visit', from: ['medlineplus-tests'], written: '2026-11-30' },
  {
    tsh: {
      name: 'Thyroid-stimulating hormone (TSH)',
      official: 'TSH',
      text: 'The pituitary gland uses this hormone to control the thyroid; the test is the best guide to whether the thyroid makes enough hormone. High values can result from an underactive thyroid or a dose of thyroid hormone that is too low; low values can result from an overactive thyroid or a dose that is too high. Biotin (vitamin B7), acute illness, pregnancy and some drugs can affect the result; if any of these apply to you, tell the staff before the blood draw.',
    },
    'thyroxine-free': {
      name: 'Free thyroxine (free T4)',
      official: 'Free T4',
      text: 'This is the active thyroid hormone in the blood. High values can result from an overactive thyroid, which may cause a fast heartbeat, feeling hot and weight loss. Low values can result from an underactive thyroid, which may cause feeling cold, tiredness and weight gain. The result is interpreted along with TSH; biotin (vitamin B7) interferes with the test.',
    },
    thyroxine: {
      name: 'Thyroxine (T4)',
      official: 'T4',
      text: 'This is the total amount of the thyroid hormone T4 in the blood, including the part that is bound to protein. High values can result from an overactive thyroid, pregnancy or estrogen use; low values can result from an underactive thyroid or a low level of protein in the blood. Doctors now usually use free T4 and TSH instead of this test.',
    },
    triiodothyronine: {
      name: 'Triiodothyronine (T3)',
      official: 'T3',
      text: 'This is the total amount of T3, a thyroid hormone that is more potent than T4. High values are common in people with an overactive thyroid; low values can result from illness, poor nutrition or an underactive thyroid. The result is interpreted along with TSH and free T4.',
    },
    'triiodothyronine-free': {
      name: 'Free triiodothyronine (free T3)',
      official: 'Free T3',
      text: 'This is the active part of T3, a thyroid hormone that is more potent than T4. High values are common in people with an overactive thyroid; low values can result from illness, poor nutrition or an underactive thyroid. The result is interpreted along with TSH and free T4; biotin (vitamin B7) interferes with the test.',
    },
    'thyroid-peroxidase-antibody': {
      name: 'Thyroid peroxidase antibody (anti-TPO)',
      official: 'Thyroid peroxidase antibody',
      text: 'This antibody attacks the body’s own thyroid and shows whether a thyroid disorder is linked to the immune system. A positive result is common in people with Hashimoto’s thyroiditis; it also occurs in Graves’ disease and in some people whose thyroid works well. One test for this antibody is usually enough; after that, TSH is monitored.',
    },
    'thyroglobulin-antibody': {
      name: 'Thyroglobulin antibody (anti-Tg)',
      official: 'Thyroglobulin antibody',
      text: 'This antibody attacks thyroglobulin, a protein made by the thyroid. A positive result can be a sign of Hashimoto’s thyroiditis or another immune disorder of the thyroid. After surgery for thyroid cancer, the antibody interferes with the thyroglobulin value, so the two tests are done together.',
    },
    thyroglobulin: {
      name: 'Thyroglobulin (Tg)',
      official: 'Thyroglobulin',
      text: 'This protein is made by the thyroid and is usually used to monitor thyroid cancer after surgery. If the value rises after surgery, ask the doctor to check for remaining thyroid tissue. In people who have not had surgery, high values can result from goiter or inflammation, so this test alone cannot be used to look for cancer. Thyroglobulin antibodies interfere with the test, so they are measured at the same time.',
    },
    'tsh-receptor-antibody': {
      name: 'TSH receptor antibody (TRAb)',
      official: 'TSH receptor antibody',
      text: 'This antibody stimulates the thyroid and is measured to find out why the thyroid is overactive. A positive result is common in people with Graves’ disease; after treatment, the test helps to show how likely the disease is to return. During pregnancy, the antibody can affect the unborn child, so doctors monitor it.',
    },
    'parathyrin-intact': {
      name: 'Parathyroid hormone (PTH)',
      official: 'Intact parathyroid hormone',
      text: 'This hormone keeps blood calcium in balance. High values can result from vitamin D deficiency, kidney disease or overactive parathyroid glands; low values can follow surgery on these glands or result from high blood calcium. The result is interpreted along with calcium, phosphate and vitamin D from the same day’s blood draw.',
    },
    cortisol: {
      name: 'Cortisol',
      text: 'The adrenal glands make this stress hormone; its level is highest in the morning and lowest at night, so the time of the blood draw matters. High values can result from stress, illness, pregnancy, birth control pills or adrenal disorders; low values can follow long-term steroid use or result from underactive adrenal glands. Before the test, tell the doctor if you use steroids of any kind, including creams, inhalers and powders of unknown origin.',
    },
    insulin: {
      name: 'Insulin',
      text: 'This hormone moves sugar from the blood into the cells; the sample is usually taken after fasting. High values can result from a weaker response of the body to insulin, excess weight or injected insulin; low values can mean that the pancreas does not make enough. The result is interpreted along with blood sugar drawn at the same time; in people who inject insulin, doctors measure C-peptide instead.',
    },
    'c-peptide': {
      name: 'C-peptide',
      text: 'The pancreas releases this fragment together with insulin. It shows how much insulin the body still makes, even in people who inject insulin. Low values are common in people with type 1 diabetes or long-standing diabetes; high values can result from a weaker response of the body to insulin or from reduced kidney function. The result is interpreted along with blood sugar drawn at the same time.',
      from: ['medlineplus-tests', 'niddk'],
    },
    prolactin: {
      name: 'Prolactin',
      text: 'This hormone of the pituitary gland makes the breasts produce milk. High values can result from pregnancy, breastfeeding, stress, sleep, some stomach or psychiatric drugs, an underactive thyroid or disorders of the pituitary gland; low values are usually not a concern. Blood is best drawn two or three hours after you get up and after a short rest.',
    },
    lutropin: {
      name: 'Luteinizing hormone (LH)',
      official: 'LH',
      text: 'The pituitary gland uses this hormone to control ovulation and the testicles. In women, the level varies widely during the menstrual cycle, peaks before ovulation and stays high after menopause; in men, high values can result from testicles that do not work well. To interpret the result, the doctor needs to know the day of the cycle and the FSH result.',
    },
    follitropin: {
      name: 'Follicle-stimulating hormone (FSH)',
      official: 'FSH',
      text: 'The pituitary gland uses this hormone to control the ovaries and the production of sperm. In women, the level rises around menopause and gives an idea of how many eggs remain in the ovaries. In men, high values can result from testicles that do not work well. Blood is usually drawn on day two or three of the menstrual cycle, and the result is interpreted along with other hormones.',
    },
    estradiol: {
      name: 'Estradiol (E2)',
      official: 'Estradiol',
      text: 'This is the main female hormone. In women, the level varies widely with the menstrual cycle, pregnancy and menopause; in men, high values can result from liver disease, excess weight or drugs. To interpret the result, the doctor needs to know the day of the cycle and any hormones you take.',
    },
    progesterone: {
      name: 'Progesterone',
      text: 'This hormone rises after ovulation and in pregnancy. In the second half of the menstrual cycle, a high value means that ovulation has probably occurred; a low value means that there may have been no ovulation. Drugs that contain progesterone affect the result. To interpret it, the doctor needs to know the day of the cycle.',
    },
    testosterone: {
      name: 'Testosterone',
      text: 'This is the main male hormone; women have small amounts of it. In men, low values can result from older age, excess weight, chronic illness, or disorders of the testicles or the pituitary gland. In women, high values are linked to polycystic ovary syndrome. The level is highest in the morning, so blood is best drawn then; a low value is checked again.',
    },
    'choriogonadotropin-beta': {
      name: 'Pregnancy hormone (β-hCG)',
      official: 'β-hCG',
      text: 'The placenta makes this hormone during pregnancy; the test is used to confirm and monitor an early pregnancy. Values differ widely from person to person. The change over two days tells more than a single value; if the value is high in a person who is not pregnant, the doctor looks for another cause. Get medical care at once if you have severe pain or bleeding during pregnancy.',
      ask: 'soon',
    },
    'alpha-fetoprotein': {
      name: 'Alpha-fetoprotein (AFP)',
      official: 'AFP',
      text: 'This marker of liver tumors is checked regularly, together with ultrasound, in people with hepatitis B, hepatitis C or cirrhosis. High values can result from liver cancer, flares of hepatitis, regrowth of liver cells, pregnancy or germ cell tumors; a low value does not rule out a tumor. The doctor looks at changes over time and at the ultrasound.',
      from: ['medlineplus-tests', 'nci-tumor-markers'],
    },
    'carcinoembryonic-antigen': {
      name: 'Carcinoembryonic antigen (CEA)',
      official: 'CEA',
      text: 'This tumor marker is usually used to monitor colorectal and other cancers after treatment. High values can result from tumors of the bowel, lung, stomach or breast, and from smoking, liver disease or bowel inflammation; a low value does not rule out a tumor. This test alone is not suitable for screening.',
      from: ['medlineplus-tests', 'nci-tumor-markers'],
    },
    'ca-125': {
      name: 'Tumor marker CA 125',
      official: 'CA 125',
      text: 'This marker is usually used to monitor ovarian cancer. High values can result from ovarian cancer, and are also common with endometriosis, menstruation, pregnancy, pelvic inflammation or fluid in the belly due to cirrhosis. A low value does not rule out a tumor. Menstruation raises the value, so the test is best done when you do not have your period.',
      from: ['medlineplus-tests', 'nci-tumor-markers'],
    },
    'ca-15-3': {
      name: 'Tumor marker CA 15-3',
      official: 'CA 15-3',
      text: 'This marker is usually used to monitor the treatment of breast cancer. High values can mean that breast cancer has spread, and can also result from benign breast disease, liver disease or pregnancy. Values are often not high in early breast cancer, so the test is not suitable for screening. Changes over time matter more than a single value.',
      from: ['medlineplus-tests', 'nci-tumor-markers'],
    },
    'ca-19-9': {
      name: 'Tumor marker CA 19-9',
      official: 'CA 19-9',
      text: 'This marker is usually used to monitor cancer of the pancreas and bile ducts. High values can result from cancer of the pancreas or bile ducts, and are also common with blocked bile ducts, gallstones, pancreatitis or liver disease. Some people are born unable to make this substance, so a low value does not rule out a tumor. This test alone is not suitable for screening.',
      from: ['medlineplus-tests', 'nci-tumor-markers'],
    },
    'psa-total': {
      name: 'Prostate marker (PSA)',
      official: 'PSA',
      text: 'This protein is made by the prostate. High values can result from an enlarged or inflamed prostate, infection or cancer, and can follow ejaculation, cycling, a catheter or a rectal examination. Finasteride and dutasteride lower the value; the doctor takes this into account. Avoid ejaculation and long bicycle rides for two days before the test.',
      from: ['medlineplus-tests', 'nci-tumor-markers'],
    },
    'psa-free': {
      name: 'Free PSA',
      text: 'This is PSA that is not bound to protein; when total PSA is borderline, this test helps to decide whether a biopsy is needed. A lower percentage of free PSA makes cancer somewhat more likely; a higher percentage makes an enlarged prostate more likely. The percentage is calculated from this value and total PSA.',
      from: ['medlineplus-tests', 'nci-tumor-markers'],
    },
    'scc-antigen': {
      name: 'Squamous cell marker (SCC)',
      official: 'SCC antigen',
      text: 'This marker is usually used to monitor squamous cell cancer of the cervix, head and neck, or lung. High values can also result from skin disease, reduced kidney function or lung inflammation; a low value does not rule out a tumor. Skin or saliva in the sample can make the result look high.',
      from: ['nci-tumor-markers'],
    },
  },
);
