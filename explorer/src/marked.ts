/** A sentence with its mentions marked: as marks within marks where names lie within names. */
import {element} from './dom';
import type {Edge, Entity, Sentence} from './graph';
import {breakable, isArabic, plain} from './text';
import type {Texts} from './texts';

/** Of one place only one mark, for an end of the edge rather than for another. */
function marksOf(sentence: Sentence, ends: Set<Entity>) {
  const ordered = [...sentence.marks].sort((a, b) => a.begin - b.begin || b.end - a.end ||
    Number(ends.has(b.entity)) - Number(ends.has(a.entity)));
  return ordered.filter((mark, i) => {
    const before = ordered[i - 1];
    return !before || before.begin !== mark.begin || before.end !== mark.end;
  });
}

export function markedSentence(sentence: Sentence, edge: Edge, texts: Texts,
                               onEntity: (entity: Entity) => void): HTMLElement {
  const ends = new Set([edge.subject, edge.object]);
  const quote = element('blockquote', {lang: 'ar', dir: 'rtl', class: 'sentence'});
  const open: {node: HTMLElement; end: number}[] = [{node: quote, end: sentence.text.length}];
  let at = 0;
  const writeTo = (place: number) => {
    if (place > at) open[open.length - 1]!.node.append(breakable(plain(sentence.text.slice(at, place))));
    at = Math.max(at, place);
  };
  const closeUntil = (place: number) => {
    while (open.length > 1 && open[open.length - 1]!.end <= place) {
      writeTo(open[open.length - 1]!.end);
      open.pop();
    }
  };
  for (const mark of marksOf(sentence, ends)) {
    closeUntil(mark.begin);
    if (mark.end > open[open.length - 1]!.end) continue; // overlaps
    writeTo(mark.begin);
    const node = element('mark', {
      class: ends.has(mark.entity) ? `${mark.entity.type} end` : mark.entity.type,
      title: `${texts.type(mark.entity.type)}: ${plain(mark.entity.name).slice(0, 200)}`,
      click: (event) => {
        event.stopPropagation();
        onEntity(mark.entity);
      },
    });
    // What is not Arabic stands by itself; Arabic letters join those before the mark.
    if (!isArabic(sentence.text.slice(mark.begin, mark.end))) node.dir = 'auto';
    open[open.length - 1]!.node.append(node);
    open.push({node, end: mark.end});
  }
  closeUntil(sentence.text.length);
  writeTo(sentence.text.length);
  return quote;
}
