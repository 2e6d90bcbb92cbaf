const SOURCE = 'src/element/hubspot-importer.ts';
/** Where a host finds what these sources hold. */
const PUBLISHED = { 'src/index.ts': 'dist/index.js', [SOURCE]: 'dist/element.js' };
const CLASS = 'HubspotImporter';
/** Called by the browser, not by a page. */
const CALLBACKS = [
  'connectedCallback',
  'disconnectedCallback',
  'attributeChangedCallback',
  'adoptedCallback',
];

const isPublic = ({ name, privacy = 'public', static: isStatic }) =>
  privacy === 'public' && isStatic !== true && !name.startsWith('#') && !CALLBACKS.includes(name);

/** Lit's static `properties` are no member, so the analyzer drops that name; ours is one. */
function propertiesField() {
  let field;
  let nextName;
  return {
    name: 'properties-field',
    analyzePhase({ ts, node, moduleDoc }) {
      if (moduleDoc.path !== SOURCE || !ts.isClassDeclaration(node)) return;
      const index = node.members.findIndex(
        (member) => ts.isPropertyDeclaration(member) && member.name.getText() === 'properties',
      );
      const member = node.members[index];
      if (member === undefined) return;
      nextName = node.members[index + 1]?.name?.getText();
      field = {
        kind: 'field',
        name: 'properties',
        type: { text: member.type.getText().replace(/\s+/g, ' ') },
        default: member.initializer?.getText(),
        description: ts.getJSDocCommentsAndTags(member)[0]?.comment,
      };
    },
    packageLinkPhase({ customElementsManifest: { modules } }) {
      const declaration = modules
        .flatMap(({ declarations }) => declarations)
        .find(({ name }) => name === CLASS);
      if (field === undefined || declaration === undefined) return;
      const before = declaration.members.findIndex(({ name }) => name === nextName);
      declaration.members.splice(before, 0, field);
    },
  };
}

/** Only what a page may use, under the paths that the package publishes. `@internal` members are dropped by the analyzer. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest: { modules } }) {
    for (const module of modules) {
      module.path = PUBLISHED[module.path];
      // Types are in the declarations that come with the package.
      module.exports = module.exports.filter(({ declaration }) => declaration.name === CLASS);
      for (const { declaration } of module.exports) declaration.module = PUBLISHED[SOURCE];
      for (const declaration of module.declarations) {
        declaration.members = declaration.members.filter(isPublic);
      }
    }
  },
};

export default {
  globs: Object.keys(PUBLISHED),
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [propertiesField(), publicOnly],
};
