-- The graph of rawabit: what each article says, and what all articles say together.
--
-- Two layers. The layer of the articles (documents, sentences, local_entities, mentions, evidence)
-- holds what extraction found in each article by itself. The layer of the graph (entities, names,
-- external_ids, edges, joins) is computed from it and from the verdicts of a person: a rebuild gives
-- what increments gave.
-- The rows of the first layer point to their counterparts in the second (local_entities.entity,
-- evidence.edge); these pointers are out of date only between an interrupted run and the next one.
--
-- All offsets count bytes of the original file, end exclusive. Types, predicates and the like are
-- the written names of the ontology. No view needs a function that plain sqlite3 lacks; connections
-- that rawabit opens also know fold(text), name_key(text) and same_name(a, b).

PRAGMA application_id = 0x52775462;  -- "RwTb": tells the file from other SQLite databases
PRAGMA user_version = 4;             -- number of this schema

-- The layer of the articles ------------------------------------------------------------------

-- One article each, also one that could not be read.
CREATE TABLE documents (
  id INTEGER PRIMARY KEY,              -- number of the article in this file
  article TEXT NOT NULL UNIQUE,        -- file name without extension, or the id of the record
  path TEXT NOT NULL,                  -- where it was read from; empty where not known
  title TEXT,                          -- headline, where the article has one
  date TEXT,                           -- publication date, ISO 8601, where known
  text TEXT,                           -- the decoded article; NULL in annotations without text
  content_hash TEXT NOT NULL,          -- fingerprint of what was read
  fingerprint TEXT NOT NULL,           -- of the program, the gazetteers and the rules that read it
  status TEXT NOT NULL CHECK (status IN ('done', 'failed')),  -- failed: nothing was taken from it
  message TEXT                         -- why it failed
) STRICT;

-- The sentences of an article, in order.
CREATE TABLE sentences (
  id INTEGER PRIMARY KEY,              -- number of the sentence in this file
  document INTEGER NOT NULL REFERENCES documents (id),  -- the article
  number INTEGER NOT NULL,             -- place among the sentences of the article, from 1
  start INTEGER NOT NULL,              -- first byte
  end INTEGER NOT NULL,                -- byte after the last
  text TEXT NOT NULL                   -- decoded text
) STRICT;

-- What one article speaks of: its mentions put together, before articles are compared.
CREATE TABLE local_entities (
  id INTEGER PRIMARY KEY,              -- number of the local entity in this file
  document INTEGER NOT NULL REFERENCES documents (id),  -- the article
  number INTEGER NOT NULL,             -- its number in the article, from 1, by first mention
  type TEXT NOT NULL,                  -- person, title, organization, country, city, ...
  kind TEXT,                           -- of a title: rank, honorific, position
  name TEXT NOT NULL,                  -- fullest form in the article
  iso TEXT,                            -- of a date, where resolved: ISO 8601, A/B for a period
  entity INTEGER REFERENCES entities (id),  -- the entity of the graph that it is
  joined_by TEXT                       -- why it is one with those of other articles: gazetteer,
                                       -- full_name, shorter_name, ...; NULL where it is alone
) STRICT;

-- Where an article names an entity.
CREATE TABLE mentions (
  local_entity INTEGER NOT NULL REFERENCES local_entities (id),  -- what is named
  start INTEGER NOT NULL,              -- first byte
  end INTEGER NOT NULL,                -- byte after the last
  text TEXT NOT NULL,                  -- as the article wrote it
  form TEXT,                           -- how the name reads where that differs from its bytes
  rule TEXT,                           -- the rule or list that found it
  sentence INTEGER REFERENCES sentences (id),  -- the sentence it starts in; NULL without text
  PRIMARY KEY (local_entity, start, end)
) STRICT, WITHOUT ROWID;

-- One place in one article that proves one edge of the graph. What an article says is its rows here.
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,              -- number of the evidence in this file
  edge INTEGER REFERENCES edges (id),  -- the edge that it proves; NULL where both ends are one
  document INTEGER NOT NULL REFERENCES documents (id),  -- the article
  subject INTEGER NOT NULL REFERENCES local_entities (id),  -- subject, as the article has it
  predicate TEXT NOT NULL,             -- one of the closed list of relations
  object INTEGER REFERENCES local_entities (id),  -- object; NULL where only a gazetteer knows it
  modality TEXT NOT NULL,              -- asserted, negated, planned
  origin TEXT NOT NULL,                -- text, inferred, gazetteer
  sentence INTEGER REFERENCES sentences (id),  -- the sentence it starts in; NULL without text
  start INTEGER NOT NULL,              -- first byte
  end INTEGER NOT NULL,                -- byte after the last
  rule TEXT NOT NULL,                  -- the rule that found it
  confidence REAL NOT NULL,            -- 0 to 1
  speaker INTEGER REFERENCES local_entities (id)  -- whom the article quotes for it; NULL: nobody
) STRICT;

-- The layer of the graph -----------------------------------------------------------------------

-- Somebody, something, some day or topic of the graph, whichever articles speak of it.
CREATE TABLE entities (
  id INTEGER PRIMARY KEY,              -- number in this file; below 0: no article names it itself
  type TEXT NOT NULL,                  -- person, title, organization, country, city, ...
  kind TEXT,                           -- of a title: rank, honorific, position
  name TEXT NOT NULL,                  -- canonical Arabic name
  key TEXT NOT NULL,                   -- folded key of that name
  english TEXT,                        -- English name, where a gazetteer knows one
  iso TEXT,                            -- of a date: ISO 8601, A/B for a period
  date_from TEXT,                      -- of a date: its first day, YYYY-MM-DD
  date_to TEXT,                        -- of a date: its last day, YYYY-MM-DD
  gazetteer TEXT,                      -- stable id in the gazetteers: country:AE, org:interpol
  n_documents INTEGER NOT NULL,        -- how many articles name it
  n_mentions INTEGER NOT NULL          -- how often, in all
) STRICT;

-- Every name of an entity: the forms that articles use, those of its gazetteer line, its English.
CREATE TABLE names (
  entity INTEGER NOT NULL REFERENCES entities (id),  -- whose name it is
  key TEXT NOT NULL,                   -- folded key: spellings of one name share it
  name TEXT NOT NULL,                  -- the most frequent spelling
  language TEXT NOT NULL CHECK (language IN ('ar', 'en')),
                                       -- ar: Arabic letters, en: Latin letters
  origin TEXT NOT NULL,                -- text: some article uses it; gazetteer: none does
  is_canonical INTEGER NOT NULL CHECK (is_canonical IN (0, 1)),
                                       -- 1: the name that entities.name shows
  is_full INTEGER NOT NULL CHECK (is_full IN (0, 1)),
                                       -- 1: names it without context; 0: a short form such as
                                       --    a family name or "the council"
  n_mentions INTEGER NOT NULL,         -- how often articles use it
  PRIMARY KEY (entity, key, language)
) STRICT, WITHOUT ROWID;

-- What other catalogues call an entity.
CREATE TABLE external_ids (
  entity INTEGER NOT NULL REFERENCES entities (id),  -- whose id it is
  scheme TEXT NOT NULL,                -- iso3166, geonames, ...: the attribute of the gazetteer
  value TEXT NOT NULL,                 -- the id there
  PRIMARY KEY (entity, scheme, value)
) STRICT, WITHOUT ROWID;

-- Who did what with whom. A symmetric relation is stored once, from either end.
CREATE TABLE edges (
  id INTEGER PRIMARY KEY,              -- number of the edge in this file
  subject INTEGER NOT NULL REFERENCES entities (id),  -- who
  predicate TEXT NOT NULL,             -- one of the closed list of relations
  object INTEGER NOT NULL REFERENCES entities (id),   -- with whom, what, where, when
  modality TEXT NOT NULL,              -- asserted; negated and planned are in no view
  origin TEXT NOT NULL,                -- the best of its evidence: text, inferred, gazetteer
  confidence REAL NOT NULL,            -- the highest of its evidence
  n_evidence INTEGER NOT NULL,         -- how many places prove it
  n_documents INTEGER NOT NULL         -- in how many articles
) STRICT;

-- Why local entities of several articles are one, and which ones nearly were: the log of resolution.
-- The joined rows of an entity lead from any of its local entities to any other.
CREATE TABLE joins (
  first INTEGER NOT NULL REFERENCES local_entities (id),   -- the one whose article comes first
  second INTEGER NOT NULL REFERENCES local_entities (id),  -- the other
  entity INTEGER REFERENCES entities (id),  -- what both are; NULL: they are two
  reason TEXT NOT NULL REFERENCES join_reasons (reason),   -- what speaks for it
  against TEXT REFERENCES join_reasons (reason),  -- what speaks against it, where anything does
  confidence REAL NOT NULL,            -- that they are one: 0 to 1
  PRIMARY KEY (first, second)
) STRICT, WITHOUT ROWID;

-- The reasons in words.
CREATE TABLE join_reasons (
  reason TEXT PRIMARY KEY,             -- full_name, two_countries, ...
  tells TEXT NOT NULL                  -- in English
) STRICT, WITHOUT ROWID;

-- What a person decided: which names are one and which are not. Written by --verdicts alone, obeyed
-- by every resolution.
CREATE TABLE verdicts (
  id INTEGER PRIMARY KEY,              -- its line in the file that it came from
  verdict TEXT NOT NULL CHECK (verdict IN ('same', 'not_same')),
                                       -- same: all that are called so are one
                                       -- not_same: none of one name is one of the other
  type TEXT NOT NULL,                  -- person, organization, ...
  first TEXT NOT NULL,                 -- a name, in any spelling
  second TEXT NOT NULL,                -- the other
  first_article TEXT,                  -- the article whose entity the first is; NULL: of any
  second_article TEXT                  -- the article whose entity the second is; NULL: of any
) STRICT;

-- The state of the file ------------------------------------------------------------------------

-- Each time the program wrote to this file.
CREATE TABLE runs (
  id INTEGER PRIMARY KEY,              -- number of the run
  command TEXT NOT NULL,               -- extract, load
  fingerprint TEXT NOT NULL,           -- of the program, the gazetteers and the rules
  started TEXT NOT NULL,               -- UTC, ISO 8601
  finished TEXT,                       -- UTC, ISO 8601; NULL: killed, or still running
  added INTEGER NOT NULL,              -- articles that were new
  changed INTEGER NOT NULL,            -- articles that were read again
  unchanged INTEGER NOT NULL,          -- articles that were left as they are
  removed INTEGER NOT NULL,            -- articles that were pruned
  failed INTEGER NOT NULL              -- articles that could not be read
) STRICT;

-- What the next run must know: under 'resolved', 0 while the graph lags behind the articles, else
-- the fingerprint of what resolved it.
CREATE TABLE state (
  name TEXT PRIMARY KEY,               -- resolved
  value TEXT NOT NULL                  -- its value
) STRICT, WITHOUT ROWID;

-- Full-text search: title and text of each article, folded, with spaces for punctuation (its rowid
-- is documents.id; the tokenizer takes what is not ASCII as letters). Fold what you search for:
-- SELECT rowid FROM article_search WHERE article_search MATCH fold('...').
CREATE VIRTUAL TABLE article_search USING fts5 (
  title,                               -- folded headline
  text,                                -- folded article
  content = '',
  tokenize = 'ascii'
);

-- Indexes, for walking from either end ----------------------------------------------------------

CREATE INDEX IF NOT EXISTS sentence_of_document ON sentences (document, number);
CREATE INDEX IF NOT EXISTS local_entity_of_document ON local_entities (document, number);
CREATE INDEX IF NOT EXISTS local_entity_of_entity ON local_entities (entity);
CREATE INDEX IF NOT EXISTS evidence_of_document ON evidence (document);
CREATE INDEX IF NOT EXISTS evidence_of_edge ON evidence (edge);
CREATE INDEX IF NOT EXISTS evidence_of_subject ON evidence (subject, predicate);
CREATE INDEX IF NOT EXISTS entity_by_key ON entities (type, key);
CREATE INDEX IF NOT EXISTS entity_by_gazetteer ON entities (gazetteer);
CREATE INDEX IF NOT EXISTS entity_by_date ON entities (date_from) WHERE date_from IS NOT NULL;
CREATE INDEX IF NOT EXISTS name_by_key ON names (key);
CREATE INDEX IF NOT EXISTS join_of_entity ON joins (entity);
CREATE INDEX IF NOT EXISTS edge_from_subject ON edges (subject, predicate, object, modality);
CREATE INDEX IF NOT EXISTS edge_from_object ON edges (object, predicate, subject);
CREATE INDEX IF NOT EXISTS edge_by_predicate ON edges (predicate);

-- Views that read like questions: asserted edges only, symmetric ones from both ends -------------

-- Asserted edges by number, symmetric ones once from each end: what the other views are made of.
CREATE VIEW links AS
SELECT id AS edge,                     -- edges.id
       subject,                        -- entities.id
       predicate,                      -- relation
       object,                         -- entities.id
       origin,                         -- text, inferred, gazetteer
       confidence,                     -- 0 to 1
       n_evidence                      -- how many places prove it
FROM edges
WHERE modality = 'asserted'
UNION ALL
SELECT id, object, predicate, subject, origin, confidence, n_evidence
FROM edges
WHERE modality = 'asserted' AND predicate IN ('met_with', 'cooperates_with')
      AND subject <> object;

-- "What is said": every edge in words.
CREATE VIEW triple AS
SELECT s.name AS subject,              -- canonical name
       l.predicate AS predicate,       -- relation
       o.name AS object,               -- canonical name
       l.n_evidence AS n_evidence,     -- how many places prove it
       s.type AS subject_type,         -- entity type
       o.type AS object_type,          -- entity type
       l.origin AS origin,             -- text, inferred, gazetteer
       l.confidence AS confidence,     -- 0 to 1
       l.edge AS edge,                 -- edges.id
       s.id AS subject_id,             -- entities.id
       o.id AS object_id               -- entities.id
FROM links AS l
JOIN entities AS s ON s.id = l.subject
JOIN entities AS o ON o.id = l.object;

-- "Which articles prove it": the edges with their sentences.
CREATE VIEW proof AS
SELECT v.edge AS edge,                 -- edges.id
       d.article AS article,           -- file name without extension
       d.path AS path,                 -- where it lies
       d.date AS date,                 -- publication date
       v.start AS start,               -- first byte
       v.end AS end,                   -- byte after the last
       n.text AS sentence,             -- NULL where the text is not known
       v.rule AS rule,                 -- what found it
       v.confidence AS confidence,     -- 0 to 1
       v.origin AS origin,             -- text, inferred, gazetteer
       w.name AS speaker               -- whom the article quotes for it, canonical name; or NULL
FROM evidence AS v
JOIN documents AS d ON d.id = v.document
LEFT JOIN sentences AS n ON n.id = v.sentence
LEFT JOIN local_entities AS l ON l.id = v.speaker
LEFT JOIN entities AS w ON w.id = l.entity;

-- "Who says so": what is asserted by those whom articles quote.
CREATE VIEW said AS
SELECT w.name AS speaker,              -- canonical name
       s.name AS subject,              -- canonical name
       g.predicate AS predicate,       -- relation
       o.name AS object,               -- canonical name
       g.modality AS modality,         -- asserted, negated, planned
       d.article AS article,           -- file name without extension
       n.text AS sentence,             -- NULL where the text is not known
       w.id AS speaker_id,             -- entities.id
       g.id AS edge                    -- edges.id
FROM evidence AS v
JOIN edges AS g ON g.id = v.edge
JOIN entities AS s ON s.id = g.subject
JOIN entities AS o ON o.id = g.object
JOIN local_entities AS l ON l.id = v.speaker
JOIN entities AS w ON w.id = l.entity
JOIN documents AS d ON d.id = v.document
LEFT JOIN sentences AS n ON n.id = v.sentence;

-- "Where is what named": every mention with the entity of the graph that it stands for.
CREATE VIEW mention AS
SELECT e.name AS name,                 -- canonical name
       e.type AS type,                 -- entity type
       coalesce(m.form, m.text) AS form,  -- the name as it reads there
       d.article AS article,           -- file name without extension
       m.start AS start,               -- first byte
       m.end AS end,                   -- byte after the last
       n.text AS sentence,             -- NULL where the text is not known
       e.id AS entity_id,              -- entities.id
       d.id AS document_id             -- documents.id
FROM mentions AS m
JOIN local_entities AS l ON l.id = m.local_entity
JOIN entities AS e ON e.id = l.entity
JOIN documents AS d ON d.id = l.document
LEFT JOIN sentences AS n ON n.id = m.sentence;

-- "Why are these one": each local entity that is one with those of other articles.
CREATE VIEW merges AS
SELECT e.name AS name,                 -- canonical name
       e.type AS type,                 -- entity type
       d.article AS article,           -- file name without extension
       l.name AS local_name,           -- its fullest name in that article
       l.joined_by AS reason,          -- the strongest reason why it is the same
       e.id AS entity_id,              -- entities.id
       l.id AS local_entity_id         -- local_entities.id
FROM local_entities AS l
JOIN entities AS e ON e.id = l.entity
JOIN documents AS d ON d.id = l.document
WHERE l.joined_by IS NOT NULL;

-- "Which merges are doubtful": those made and those nearly made, of which a person may know more.
CREATE VIEW doubts AS
SELECT f.name AS name,                 -- fullest name in the one article
       s.name AS other_name,           -- fullest name in the other
       f.type AS type,                 -- entity type
       j.entity IS NOT NULL AS joined, -- 1: they are one in the graph
       r.tells AS reason,              -- what speaks for it
       a.tells AS against,             -- what speaks against it, NULL: nothing
       j.confidence AS confidence,     -- that they are one: 0 to 1
       fd.article AS article,          -- the one article
       sd.article AS other_article,    -- the other
       f.id AS local_entity_id,        -- local_entities.id
       s.id AS other_local_entity_id   -- local_entities.id
FROM joins AS j
JOIN local_entities AS f ON f.id = j.first
JOIN local_entities AS s ON s.id = j.second
JOIN documents AS fd ON fd.id = f.document
JOIN documents AS sd ON sd.id = s.document
JOIN join_reasons AS r ON r.reason = j.reason
LEFT JOIN join_reasons AS a ON a.reason = j.against
WHERE j.confidence > 0 AND (j.entity IS NULL OR j.confidence < 0.8);

-- "Where does the city lie": stated, or known from a gazetteer.
CREATE VIEW city_country AS
SELECT s.id AS city_id,                -- entities.id
       s.name AS city,                 -- canonical name
       o.id AS country_id,             -- entities.id
       o.name AS country,              -- canonical name
       l.origin AS origin              -- text, inferred, gazetteer
FROM links AS l
JOIN entities AS s ON s.id = l.subject AND s.type = 'city'
JOIN entities AS o ON o.id = l.object AND o.type = 'country'
WHERE l.predicate = 'located_in';

-- "Where was the meeting": one row for each place; the country of a city beside it.
CREATE VIEW meeting_place AS
SELECT l.subject AS meeting_id,        -- entities.id
       p.id AS place_id,               -- entities.id: the place that the article names
       p.name AS place,                -- its canonical name
       p.type AS place_type,           -- city, country, region
       CASE p.type WHEN 'city' THEN p.id END AS city_id,      -- entities.id
       CASE p.type WHEN 'city' THEN p.name END AS city,       -- canonical name
       CASE p.type WHEN 'country' THEN p.id ELSE c.country_id END AS country_id,  -- entities.id
       CASE p.type WHEN 'country' THEN p.name ELSE c.country END AS country,  -- canonical name
       l.edge AS edge                  -- edges.id of held_in
FROM links AS l
JOIN entities AS p ON p.id = l.object
LEFT JOIN city_country AS c ON c.city_id = p.id
WHERE l.predicate = 'held_in';

-- "When was the meeting": one row for each date.
CREATE VIEW meeting_date AS
SELECT l.subject AS meeting_id,        -- entities.id
       t.id AS date_id,                -- entities.id
       t.name AS date,                 -- as the articles write it
       t.iso AS iso,                   -- ISO 8601, where resolved
       t.date_from AS date_from,       -- first day
       t.date_to AS date_to,           -- last day
       l.edge AS edge                  -- edges.id of held_on
FROM links AS l
JOIN entities AS t ON t.id = l.object
WHERE l.predicate = 'held_on';

-- "Who took part in what": chairs, hosts and organizers took part as well.
-- A meeting with several places or dates has a row for each.
CREATE VIEW participation AS
SELECT b.name AS body,                 -- canonical name of who took part
       b.type AS body_type,            -- person, organization, country
       l.predicate AS role,            -- participated_in, chaired, hosted, organized
       m.name AS meeting,              -- canonical name of the meeting
       p.city AS city,                 -- where, if a city is named
       p.country AS country,           -- where, named or known from the city
       p.place AS place,               -- the place as named: city, country or region
       coalesce(t.iso, t.date) AS date,  -- when: ISO 8601, else in words
       l.edge AS edge,                 -- edges.id of the participation
       b.id AS body_id,                -- entities.id
       m.id AS meeting_id,             -- entities.id
       p.place_id AS place_id,         -- entities.id
       p.city_id AS city_id,           -- entities.id
       p.country_id AS country_id,     -- entities.id
       t.date_id AS date_id            -- entities.id
FROM links AS l
JOIN entities AS b ON b.id = l.subject
JOIN entities AS m ON m.id = l.object
LEFT JOIN meeting_place AS p ON p.meeting_id = m.id
LEFT JOIN meeting_date AS t ON t.meeting_id = m.id
WHERE l.predicate IN ('participated_in', 'chaired', 'hosted', 'organized');

-- "Which bodies met in this city": organizations and countries that took part in a meeting held
-- there, in any role; a person's attendance is his own and counts for no body. The place is the one
-- that the article names: the country or region where it names no city.
CREATE VIEW bodies_met_in AS
SELECT DISTINCT
       p.place AS city,                -- canonical name of the place
       p.body AS body,                 -- canonical name of the body
       p.meeting AS meeting,           -- canonical name of the meeting
       p.date AS date,                 -- when: ISO 8601, else in words
       d.article AS article,           -- the article that says so
       p.role AS role,                 -- participated_in, chaired, hosted, organized
       p.body_type AS body_type,       -- organization, country
       p.edge AS edge,                 -- edges.id of the participation
       p.place_id AS city_id,          -- entities.id
       p.body_id AS body_id,           -- entities.id
       p.meeting_id AS meeting_id      -- entities.id
FROM participation AS p
JOIN evidence AS v ON v.edge = p.edge
JOIN documents AS d ON d.id = v.document
WHERE p.body_type IN ('organization', 'country') AND p.place_id IS NOT NULL;

-- "Who holds which position": every title that an article gives a person. A position is paired with
-- the bodies that the person works for by the same sentence, or where it names none, by the same
-- article; a rank or an honorific has no body.
CREATE VIEW position_held AS
SELECT DISTINCT
       p.name AS person,               -- canonical name
       t.name AS title,                -- the title
       b.name AS body,                 -- where the position is held, if said
       d.article AS article,           -- the article that says so
       d.date AS date,                 -- its publication date
       t.kind AS kind,                 -- position, rank, honorific
       b.type AS body_type,            -- organization, country, region, city
       p.id AS person_id,              -- entities.id
       t.id AS title_id,               -- entities.id
       b.id AS body_id,                -- entities.id
       g.edge AS edge,                 -- edges.id of has_title
       w.edge AS body_edge             -- edges.id of works_for
FROM links AS g
JOIN evidence AS v ON v.edge = g.edge
JOIN documents AS d ON d.id = v.document
JOIN entities AS p ON p.id = g.subject
JOIN entities AS t ON t.id = g.object
LEFT JOIN evidence AS w ON t.kind = 'position' AND w.subject = v.subject
      AND w.predicate = 'works_for' AND w.modality = 'asserted'
      AND (w.sentence = v.sentence
           OR NOT EXISTS (SELECT 1 FROM evidence AS x
                          WHERE x.subject = v.subject AND x.predicate = 'works_for'
                                AND x.modality = 'asserted' AND x.sentence = v.sentence))
LEFT JOIN local_entities AS e ON e.id = w.object
LEFT JOIN entities AS b ON b.id = e.entity
WHERE g.predicate = 'has_title';

-- "Who cooperates with whom": from both ends, with the topics on which both work.
CREATE VIEW cooperation AS
SELECT a.name AS body,                 -- canonical name
       b.name AS partner,              -- canonical name
       (SELECT group_concat(t.name, '؛ ')
        FROM links AS x
        JOIN links AS y ON y.object = x.object AND y.predicate = 'works_on'
        JOIN entities AS t ON t.id = x.object
        WHERE x.predicate = 'works_on' AND x.subject = a.id AND y.subject = b.id)
         AS topics,                    -- topics of both, NULL where none is known
       l.n_evidence AS n_evidence,     -- how many places prove it
       a.type AS body_type,            -- organization, country
       b.type AS partner_type,         -- organization, country
       l.edge AS edge,                 -- edges.id
       a.id AS body_id,                -- entities.id
       b.id AS partner_id              -- entities.id
FROM links AS l
JOIN entities AS a ON a.id = l.subject
JOIN entities AS b ON b.id = l.object
WHERE l.predicate = 'cooperates_with';

-- "Who is a member of what": founders as well, where the articles call them members.
CREATE VIEW membership AS
SELECT m.name AS member,               -- canonical name
       m.type AS member_type,          -- country, organization
       o.name AS organization,         -- canonical name
       EXISTS (SELECT 1 FROM links AS f
               WHERE f.subject = m.id AND f.object = o.id AND f.predicate = 'founded')
         AS is_founder,                -- 1: also set it up
       l.n_evidence AS n_evidence,     -- how many places prove it
       l.edge AS edge,                 -- edges.id of member_of
       m.id AS member_id,              -- entities.id
       o.id AS organization_id         -- entities.id
FROM links AS l
JOIN entities AS m ON m.id = l.subject
JOIN entities AS o ON o.id = l.object
WHERE l.predicate = 'member_of';

-- "What is known of a meeting": one row a meeting, lists in one column each.
CREATE VIEW meeting_overview AS
SELECT m.name AS meeting,              -- canonical name
       (SELECT group_concat(DISTINCT p.place) FROM meeting_place AS p WHERE p.meeting_id = m.id)
         AS places,                    -- where
       (SELECT group_concat(DISTINCT p.country) FROM meeting_place AS p WHERE p.meeting_id = m.id)
         AS countries,                 -- in which country, named or known from the city
       (SELECT group_concat(DISTINCT coalesce(t.iso, t.date))
        FROM meeting_date AS t WHERE t.meeting_id = m.id)
         AS dates,                     -- when
       (SELECT group_concat(e.name, '؛ ') FROM links AS l JOIN entities AS e ON e.id = l.subject
        WHERE l.object = m.id AND l.predicate = 'chaired')
         AS chairs,                    -- who presided
       (SELECT group_concat(e.name, '؛ ') FROM links AS l JOIN entities AS e ON e.id = l.subject
        WHERE l.object = m.id AND l.predicate IN ('hosted', 'organized'))
         AS hosts,                     -- who hosted or organized it
       (SELECT group_concat(e.name, '؛ ') FROM links AS l JOIN entities AS e ON e.id = l.subject
        WHERE l.object = m.id AND l.predicate = 'participated_in')
         AS participants,              -- who else took part
       (SELECT count(DISTINCT l.subject) FROM links AS l
        WHERE l.object = m.id
              AND l.predicate IN ('participated_in', 'chaired', 'hosted', 'organized'))
         AS n_participants,            -- how many took part, in any role
       (SELECT group_concat(e.name, '؛ ') FROM links AS l JOIN entities AS e ON e.id = l.object
        WHERE l.subject = m.id AND l.predicate = 'about')
         AS topics,                    -- what it dealt with
       m.n_documents AS n_documents,   -- how many articles name it
       m.id AS meeting_id              -- entities.id
FROM entities AS m
WHERE m.type = 'meeting';

-- "In which meetings did both take part": each two that took part in one meeting, from both ends.
CREATE VIEW shared_participation AS
SELECT a.name AS body,                 -- canonical name
       b.name AS partner,              -- canonical name
       m.name AS meeting,              -- canonical name
       (SELECT min(coalesce(t.iso, t.date)) FROM meeting_date AS t WHERE t.meeting_id = m.id)
         AS date,                      -- when: ISO 8601, else in words
       (SELECT min(p.place) FROM meeting_place AS p WHERE p.meeting_id = m.id)
         AS place,                     -- where
       x.predicate AS role,            -- participated_in, chaired, hosted, organized
       y.predicate AS partner_role,    -- the same
       (SELECT min(d.article) FROM evidence AS v JOIN documents AS d ON d.id = v.document
        WHERE v.edge = x.edge)
         AS article,                   -- the first article that tells of the body
       a.id AS body_id,                -- entities.id
       b.id AS partner_id,             -- entities.id
       m.id AS meeting_id              -- entities.id
FROM links AS x
JOIN links AS y ON y.object = x.object AND y.subject <> x.subject
     AND y.predicate IN ('participated_in', 'chaired', 'hosted', 'organized')
JOIN entities AS a ON a.id = x.subject
JOIN entities AS b ON b.id = y.subject
JOIN entities AS m ON m.id = x.object
WHERE x.predicate IN ('participated_in', 'chaired', 'hosted', 'organized');

-- "What happened when": a row a month. Meetings of which only the year is known are in none.
CREATE VIEW timeline AS
SELECT month AS month,                 -- YYYY-MM
       count(DISTINCT meeting) AS meetings,  -- held then
       count(DISTINCT body) AS participants,  -- who took part in these, in any role
       count(DISTINCT document) AS articles   -- published then
FROM (SELECT substr(t.date_from, 1, 7) AS month, t.meeting_id AS meeting, l.subject AS body,
             NULL AS document
      FROM meeting_date AS t
      LEFT JOIN links AS l ON l.object = t.meeting_id
           AND l.predicate IN ('participated_in', 'chaired', 'hosted', 'organized')
      WHERE t.date_from IS NOT NULL AND julianday(t.date_to) - julianday(t.date_from) <= 31
      UNION ALL
      SELECT substr(date, 1, 7), NULL, NULL, id FROM documents WHERE length(date) >= 7)
GROUP BY month;
