/** The source file that holds the class, and the published modules that give it. */
const SOURCE = 'src/element/hubspot-importer.ts';
const ELEMENT = 'dist/element.js';

/** Only what a page may use: no private, protected, `#` or `@internal` member, and nothing of Lit's own. */
const publicMembersOnly = {
  name: 'public-members-only',
  packageLinkPhase({ customElementsManifest: { modules } }) {
    for (const { declarations = [] } of modules) {
      for (const declaration of declarations) {
        declaration.members = declaration.members?.filter(isPublic);
        declaration.attributes = declaration.attributes?.filter(({ fieldName }) =>
          declaration.members.some(({ name }) => name === fieldName),
        );
      }
    }
  },
};

const isPublic = ({ name, privacy, static: isStatic, inheritedFrom }) =>
  (privacy === undefined || privacy === 'public') &&
  !name.startsWith('#') &&
  !isStatic &&
  inheritedFrom === undefined &&
  !LIFECYCLE.includes(name);

const LIFECYCLE = ['connectedCallback', 'disconnectedCallback', 'attributeChangedCallback', 'adoptedCallback'];

export default {
  globs: ['src/index.ts', SOURCE],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [publicMembersOnly],
};
