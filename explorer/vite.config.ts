import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {defineConfig, type Plugin} from 'vite';

const CODE_OF_OTHERS = ['cytoscape', 'd3-force', 'd3-dispatch', 'd3-quadtree', 'd3-timer'];
const PARTS_OF_OTHERS = `Under the terms of Cytoscape.js above, which holds parts of them:
lodash, Copyright OpenJS Foundation and other contributors; heap, Copyright Xueqiao Xu`;

/** The licences of what is bundled, as a comment: their texts go where their code goes. */
function licences(): string {
  const texts = CODE_OF_OTHERS.map((name) => {
    const text = readFileSync(`node_modules/${name}/LICENSE`, 'utf8').trim();
    return `${name}\n\n${text}`;
  });
  texts.push(PARTS_OF_OTHERS);
  return `\n${texts.join('\n\n')}\n`.replace(/--+/g, '-');
}

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * Puts the script and the styles into the page, and a policy that allows them and nothing else: no
 * other script, no request.
 */
function singlePage(): Plugin {
  return {
    name: 'single-page',
    enforce: 'post',
    generateBundle(_, bundle) {
      let script = '';
      let style = '';
      for (const [name, file] of Object.entries(bundle)) {
        if (file.type === 'chunk') script += file.code;
        else if (name.endsWith('.css')) style += file.source;
        if (!name.endsWith('.html')) delete bundle[name];
      }
      script = `\n${script.replace(/<\/script/gi, '<\\/script').replace(/<!--/g, '<\\!--').trim()}\n`;
      style = `\n${style.trim()}\n`;
      const policy =
        `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; ` +
        `img-src data:; base-uri 'none'; form-action 'none'`;
      const page = bundle['index.html'];
      if (!page || page.type !== 'asset') throw new Error('expected index.html');
      const html = String(page.source)
        .replace(/\s*<script[^>]*src=[^>]*><\/script>/, '')
        .replace(/\s*<link rel="stylesheet"[^>]*>/, '');
      page.source = html
        .replace('@policy@', () => policy)
        .replace('@licences@', () => licences())
        .replace('@style@', () => `<style id="__________cytoscape_stylesheet">${style}</style>`)
        .replace('@script@', () => `<script type="module">${script}</script>`);
    },
  };
}

export default defineConfig({
  plugins: [singlePage()],
  build: {
    target: 'es2021',
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: 1 << 20,
    chunkSizeWarningLimit: 1000,
  },
  esbuild: {charset: 'utf8', legalComments: 'none'},
});
