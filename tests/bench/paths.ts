import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');
export const resourcesFolder = path.join(root, 'resources');
export const sampleLetter = path.join(resourcesFolder, 'samples/yunjiang-ai-proposal.txt');
export const fontFolders = ['noto-serif-sc', 'noto-sans-sc'].flatMap((family) => [
  path.join(root, `node_modules/@expo-google-fonts/${family}/400Regular`),
  path.join(root, `node_modules/@expo-google-fonts/${family}/700Bold`),
]);
