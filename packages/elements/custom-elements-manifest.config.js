/** The manifest is the source of the docs in Storybook and of editors' completion. */
export default {
  globs: ['packages/elements/src/**/*.ts'],
  exclude: ['**/*.test.ts', '**/define/**'],
  outdir: 'packages/elements/dist',
  litelement: true,
  plugins: [
    {
      name: 'public-members-only',
      /** `#private` members and Lit's own are nobody's business. */
      moduleLinkPhase({ moduleDoc }) {
        for (const declaration of moduleDoc.declarations ?? []) {
          declaration.members = declaration.members?.filter(
            ({ name, privacy, static: isStatic }) =>
              !name.startsWith('#') && privacy === undefined && isStatic !== true,
          );
        }
      },
    },
  ],
};
