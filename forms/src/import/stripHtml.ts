import allowed from '../../data/allowedProperties.json' with { type: 'json' };

/** The words of a text that may hold HTML and template marks. */
export function stripMarkup(text: string): string {
  return text
    .replace(/<(script|style)\b[\s\S]*?(<\/\1\s*>|$)/gi, '')
    .replace(/<[^>]*>?/g, '')
    .replace(/\{\{[\s\S]*?(\}\}|$)|\{%[\s\S]*?(%\}|$)/g, '')
    .trim();
}

/** HTML with the allowed tags, without attributes; what lay between other tags stays as text, scripts go whole. */
export function plainHtmlOf(html: string): string {
  return html
    .replace(/<(script|style|iframe|object|svg|math)\b[\s\S]*?(<\/\1\s*>|$)/gi, '')
    .replace(/<!--[\s\S]*?(-->|$)/g, '')
    .replace(/\{\{[\s\S]*?(\}\}|$)|\{%[\s\S]*?(%\}|$)/g, '')
    .split(/(<[^<>]*>)/)
    .map((part, at) => {
      if (at % 2 === 0) return part.replace(/</g, '&lt;').replace(/>/g, '&gt;');
      const tag = /^<(\/?)([A-Za-z][A-Za-z0-9]*)/.exec(part);
      const name = tag?.[2]?.toLowerCase() ?? '';
      return allowed.contentTags.includes(name) ? `<${tag?.[1] ?? ''}${name}>` : '';
    })
    .join('');
}
