/** The shape of a type, or the line of a relation, as the drawing has it; style.css gives it. */
import {element} from './dom';

export function sign(type: string): HTMLElement {
  return element('span', {class: `sign ${type}`, 'aria-hidden': 'true'});
}
