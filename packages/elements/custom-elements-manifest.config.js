/** The manifest is the source of the docs in Storybook and of code completion in editors. */
export default {
  globs: ['packages/elements/src/**/*.ts'],
  exclude: ['**/*.test.ts', '**/define/**'],
  outdir: 'packages/elements/dist',
  litelement: true,
  plugins: [
    {
      name: 'public-only',
      /**
       * Omits `#private` members, and whatever the analyser mistakes for an event because it is dispatched.
       */
      moduleLinkPhase({ moduleDoc }) {
        for (const declaration of moduleDoc.declarations ?? []) {
          declaration.members = declaration.members?.filter(
            ({ name, privacy, static: isStatic }) =>
              !name.startsWith('#') && privacy === undefined && isStatic !== true,
          );
          declaration.events = declaration.events?.filter(({ name }) => name?.startsWith('mhb-'));
        }
      },
      /** The analyser finds files in the order in which the disk returns them. */
      packageLinkPhase({ customElementsManifest }) {
        customElementsManifest.modules.sort((one, other) => (one.path < other.path ? -1 : 1));
      },
    },
  ],
};
