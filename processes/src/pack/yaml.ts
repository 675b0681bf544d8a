/** YAML of packs read and edited entry by entry, without anything that needs a server. */
export { editYamlPart, readYamlParts } from './yamlParts.ts';
