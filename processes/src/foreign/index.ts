export { adaptToPack } from './adaptToPack.ts';
export { decodeXml } from './decodeXml.ts';
export { findLost, type LostPart } from './findLost.ts';
export { type ImportNote, importNote } from './importNote.ts';
export { type ForeignModel, inspectModel } from './inspectModel.ts';
export { type Saved, saveEdited } from './saveEdited.ts';
export { spliceXml } from './spliceXml.ts';
export { toEditorXml } from './toEditorXml.ts';
export { type XmlRefusal, XmlRefused } from './XmlRefused.ts';
