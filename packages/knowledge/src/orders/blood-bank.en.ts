import { orderGroups } from './order-groups.js';

export const bloodBank = orderGroups(
  { ask: 'ordering-physician', from: ['medlineplus-tests', 'nhi-fee-schedule'], written: '2026-11-30' },
  {
    'blood-group': {
      name: 'Blood group and pre-transfusion tests',
      text: 'These tests confirm the blood group and show whether donated blood matches, so that a transfusion is safe. Your name is checked repeatedly; tell the staff if an earlier transfusion caused an allergic reaction or a fever.',
      orders: {
        '11001C': 'ABO blood group',
        '11002C': 'Crossmatch before a transfusion',
        '11003C': 'Rh blood group',
        '11004C': 'Antibody screen',
        '11005B': 'Antibody identification',
        '11006B': 'Antibody identification',
        '11007B': 'Platelet antibodies',
        '11008B': 'Lewis blood group',
        '11009B': 'Rh subgroups (D, E, C, e, c)',
        '11010B': 'Special blood groups (three or more)',
        '11011B': 'Transfusion reaction test',
        '12097B': 'Coombs test (antibodies on red cells)',
        '12098B': 'Coombs test (antibodies on red cells)',
        '12099B': 'Coombs test (antibodies on red cells)',
        '12100B': 'Coombs test (antibodies on red cells)',
      },
    },
    'transplant-match': {
      name: 'Transplant matching and antibodies',
      text: 'These tests show whether a person reacts to a donor’s cells or has antibodies against them; they are done to find a matching donor of an organ or bone marrow and to prevent rejection. Transfusions, pregnancy and transplants affect the results, so the tests are repeated; tell the staff if you have recently had a transfusion.',
      orders: {
        '11012B': 'HLA matching',
        '12117B': 'T cell crossmatch',
        '12199B': 'MICA antibody screen',
        '12200B': 'Panel-reactive antibody (PRA)',
        '12089B': 'One-way mixed lymphocyte reaction',
        '12153B': 'Two-way mixed lymphocyte culture',
        '12090B': 'Lymphocytotoxicity test',
        '12214B': 'Lymphocytotoxicity test',
      },
    },
    'tissue-type': {
      name: 'Tissue markers (HLA)',
      text: 'These tests look at tissue markers on white blood cells, to match donors and recipients of transplants, to help identify some joint diseases, or to check the risk of an allergic reaction before a drug is given. Genes do not change, so one test in a lifetime is usually enough.',
      orders: {
        '12086C': 'HLA-B27 (joint disease)',
        '12087B': 'HLA-ABC antigens',
        '12088B': 'HLA-DR antigens',
        '12176B': 'HLA-ABC antigens',
        '12177B': 'HLA-DR antigens',
        '12196B': 'HLA-B*1502 gene (before treatment with some epilepsy drugs)',
        '12213B': 'HLA-B*5801 gene (before allopurinol)',
      },
    },
  },
);
