import { createCategory } from './category.mjs';
import { createComponent } from './component.mjs';
import { createPage } from './page.mjs';
import { createProvider } from './provider.mjs';
import { createSection } from './section.mjs';

/**
 * `npm run create -- component|page|category|provider|section NAME`: writes the skeleton of something new and puts it into the lists that
 * name it. NAME is in lower case with hyphens. The skeleton compiles and passes its tests. The command prints the next steps.
 */

const makers = {
  component: createComponent,
  page: createPage,
  category: createCategory,
  provider: createProvider,
  section: createSection,
};

const [kind = '', name = ''] = process.argv.slice(2);
if (!(kind in makers) || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) {
  console.error(`npm run create -- ${Object.keys(makers).join('|')} NAME, such as health-goals`);
  process.exit(2);
}
try {
  const { touched, next } = await makers[/** @type {keyof typeof makers} */ (kind)](name);
  console.log(`Written:\n${touched.map((path) => `  ${path}`).join('\n')}`);
  console.log(`\nWhat to do next:\n${next.map((step) => `  ${step}`).join('\n')}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
