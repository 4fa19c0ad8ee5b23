/** The graph as the program writes it into the page (lib/render/explorer_page.cc), read. */

export interface Entity {
  id: number;
  type: string;
  name: string;
  english: string;
  kind: string;
  /** First and last day of a date or a meeting, YYYY-MM-DD; empty where not known. */
  from: string;
  to: string;
  articles: number;
  mentions: number;
  names: string[];
  /** The edges that it has. */
  edges: Edge[];
}

export interface Proof {
  article: Article;
  sentence: Sentence | null;
  rules: string[];
  confidence: number;
  /** Whom the article quotes for it; empty: nobody. */
  speaker: string;
}

export interface Edge {
  id: number;
  subject: Entity;
  predicate: string;
  object: Entity;
  symmetric: boolean;
  origin: string;
  confidence: number;
  /** How many proofs the database has; `proofs` are the surest. */
  proofCount: number;
  proofs: Proof[];
  /** When: the days of a meeting or date that it ties, else those of the articles; or nothing. */
  from: string;
  to: string;
}

export interface Sentence {
  text: string;
  marks: {begin: number; end: number; entity: Entity}[];
}

export interface Article {
  name: string;
  title: string;
  date: string;
}

export interface Graph {
  types: string[];
  predicates: string[];
  entities: Entity[];
  edges: Edge[];
  /** Entities of the database that have no room in the page, by type. */
  leftOut: Map<string, number>;
  /** What the page opens with; null: nothing. */
  chosen: Entity | null;
}

type EntityRow = [number, string, string, string, string, string, number, number, string[]];
type ProofRow = [number, number, number[], number, string?];
type EdgeRow = [number, number, number, number, number, number, ProofRow[]];

export interface GraphFile {
  types: string[];
  predicates: string[];
  origins: string[];
  symmetric: number[];
  entities: EntityRow[];
  edges: EdgeRow[];
  sentences: [string, number[]][];
  articles: [string, string, string][];
  rules: string[];
  left_out: number[];
  chosen?: number;
}

function readEntity(row: EntityRow, id: number, types: string[]): Entity {
  const [type, name, english, kind, from, to, articles, mentions, names] = row;
  const dated = {from, to: to || from};
  return {id, type: types[type]!, name, english, kind, ...dated, articles, mentions, names, edges: []};
}

function readSentence([text, flat]: [string, number[]], entities: Entity[]): Sentence {
  const marks = [];
  for (let i = 0; i + 2 < flat.length; i += 3) {
    marks.push({begin: flat[i]!, end: flat[i + 1]!, entity: entities[flat[i + 2]!]!});
  }
  return {text, marks};
}

/** The days of what an edge ties, else those of the articles that prove it. */
function daysOf(ends: Entity[], proofs: Proof[]): {from: string; to: string} {
  const dated = ends.filter((end) => end.from !== '');
  const spans = dated.length > 0
    ? dated.map((end) => [end.from, end.to])
    : proofs.filter((proof) => proof.article.date !== '')
        .map((proof) => [proof.article.date, proof.article.date]);
  if (spans.length === 0) return {from: '', to: ''};
  return {
    from: spans.map((span) => span[0]!).reduce((a, b) => (b < a ? b : a)),
    to: spans.map((span) => span[1]!).reduce((a, b) => (b > a ? b : a)),
  };
}

export function readGraph(file: GraphFile): Graph {
  const entities = file.entities.map((row, id) => readEntity(row, id, file.types));
  const articles = file.articles.map(([name, title, date]) => ({name, title, date}));
  const sentences = file.sentences.map((row) => readSentence(row, entities));
  const edges = file.edges.map((row, id): Edge => {
    const [subject, predicate, object, origin, confidence, proofCount, rows] = row;
    const proofs = rows.map(([article, sentence, found, sure, speaker]): Proof => ({
      article: articles[article]!,
      sentence: sentences[sentence] ?? null,
      rules: found.map((rule) => file.rules[rule]!),
      confidence: sure,
      speaker: speaker ?? '',
    }));
    const ends = [entities[subject]!, entities[object]!];
    return {
      id, subject: ends[0]!, predicate: file.predicates[predicate]!, object: ends[1]!,
      symmetric: file.symmetric.includes(predicate), origin: file.origins[origin]!,
      confidence, proofCount, proofs, ...daysOf(ends, proofs),
    };
  });
  for (const edge of edges) {
    edge.subject.edges.push(edge);
    if (edge.object !== edge.subject) edge.object.edges.push(edge);
  }
  const leftOut = new Map<string, number>();
  file.left_out.forEach((count, type) => {
    if (count > 0) leftOut.set(file.types[type]!, count);
  });
  const chosen = entities[file.chosen ?? -1] ?? null;
  return {types: file.types, predicates: file.predicates, entities, edges, leftOut, chosen};
}
