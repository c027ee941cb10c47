import { orderGroups } from './order-groups.js';

export const bodyFluidsAndTissue = orderGroups(
  { ask: 'ordering-physician', from: ['medlineplus-tests', 'nhi-fee-schedule'], written: '2026-11-30' },
  {
    cells: {
      name: 'Cell test (cytology)',
      text: 'Cells drawn out with a needle or scraped off are examined under a microscope for inflammation or for cells that could turn into cancer. Before a cervical smear, avoid douching and sex for a day, and choose a day on which you are not menstruating; if the report advises a follow-up, keep that appointment.',
      orders: {
        '15001C': 'Body fluid cells',
        '15007C': 'Fine-needle aspiration cells',
        '15017C': 'Cells from a cervical smear or other gynecological sample',
        '15018B': 'Cells in a body fluid, with a tissue section',
        '15021C': 'Thin-layer cell test',
      },
    },
    semen: {
      name: 'Semen analysis',
      text: 'This test shows the number, movement and shape of sperm, to find out why a couple has difficulty conceiving. Do not ejaculate for two to seven days beforehand, collect all of the semen in a clean container, keep it at body temperature and hand it in within an hour. If the result is poor, the test is usually repeated later.',
      orders: {
        '16001C': 'Semen analysis',
      },
    },
    fluids: {
      name: 'Body fluid test',
      text: 'This test examines the color, cells and protein of fluid taken from the body, for example from the belly, chest, a joint, the stomach or the lungs, to find inflammation, infection or another cause of the illness. A doctor usually takes the fluid with a needle, a tube or an endoscope; rest afterward as the staff advise.',
      orders: {
        '16002C': 'Fluid from the belly',
        '16003C': 'Fluid around the lungs',
        '16004C': 'Stomach fluid',
        '16005B': 'Duodenal fluid',
        '16006C': 'Spinal fluid',
        '16007C': 'Pus or discharge',
        '16008C': 'Joint fluid',
        '16009C': 'Fluid around the heart',
        '16010C': 'Lung washing cells',
        '16012C': 'Joint fluid',
        '16013C': 'Joint fluid',
      },
    },
    chromosomes: {
      name: 'Chromosome test',
      text: 'This test shows the number and shape of the chromosomes; it is done for blood diseases, disorders present from birth or infertility, and during pregnancy. The sample is blood, bone marrow or amniotic fluid; because cells have to grow, the result often takes two weeks or more. A genetic counselor can explain the result.',
      orders: {
        '25007B': 'Chromosome test',
        '25021B': 'Chromosome test',
      },
    },
    tissue: {
      name: 'Tissue test (pathology)',
      text: 'Tissue that was removed is cut into thin slices and examined by a pathologist. The report is usually ready within a few days to two weeks. The wording of the report is technical, so have the doctor explain it at the next visit, and ask for a copy if you want one.',
      orders: {
        '25001C': 'Tissue test, level 1',
        '25002C': 'Tissue test, level 2',
        '25003C': 'Tissue test, level 3',
        '25004C': 'Tissue test, level 4',
        '25006B': 'Frozen section (during surgery)',
        '25009B': 'Muscle biopsy',
        '25010B': 'Chemical tissue stains',
        '25011B': 'Chemical tissue stains',
        '25012B': 'Immune tissue stains',
        '25013B': 'Fluorescent tissue section',
        '25014B': 'Electron microscopy',
        '25024C': 'Tissue test, level 5',
        '25025C': 'Tissue test, level 6',
        '25026B': 'Fluorescent tissue section',
      },
    },
  },
);
