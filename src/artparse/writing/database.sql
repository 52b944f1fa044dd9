-- The tables of `-o NAME.db`. Spans count in Unicode code points of the source text; lists and
-- objects that nobody joins on are JSON. Texts and numbers are those of the JSON record.

CREATE TABLE runs (                  -- what records were made with; one row for all runs alike
    id INTEGER PRIMARY KEY,
    version TEXT NOT NULL,           -- of artparse
    options TEXT NOT NULL,           -- JSON
    finished INTEGER NOT NULL,       -- 0 while a run is under way, or when it was cut short
    UNIQUE (version, options)
);

CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES runs (id),
    schema_version INTEGER NOT NULL,
    path TEXT NOT NULL,              -- as given on the command line
    record INTEGER,                  -- number inside a file that holds many
    source_id TEXT,                  -- the record's own in the input
    fields TEXT NOT NULL,            -- JSON list of objects: what --keep asked for
    url TEXT,
    format TEXT NOT NULL,
    encoding TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    characters INTEGER NOT NULL,
    language TEXT,
    site TEXT,
    outlet TEXT,                     -- the site; without one, the host of the address
    breadcrumb TEXT NOT NULL,        -- JSON list
    title TEXT,
    subtitle TEXT,
    byline TEXT,
    authors TEXT NOT NULL,           -- JSON list
    description TEXT,
    keywords TEXT NOT NULL,          -- JSON list
    image TEXT,
    license TEXT,
    words INTEGER NOT NULL,
    dateline_place TEXT,
    dateline_agency TEXT,
    published TEXT,                  -- ISO 8601, so it sorts, and substr(published, 1, 7) is the month
    modified TEXT,
    body TEXT NOT NULL,
    corrected TEXT NOT NULL,         -- JSON list of objects
    spans TEXT NOT NULL,             -- JSON object
    confidence_title REAL,
    confidence_authors REAL,
    confidence_published REAL,
    confidence_body REAL,
    warnings TEXT NOT NULL,          -- JSON list of objects
    text TEXT
);
CREATE UNIQUE INDEX articles_of_inputs ON articles (path, ifnull(record, 0));

CREATE TABLE stories (               -- with artparse[dedupe]; one row for each article
    article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    story INTEGER NOT NULL,          -- the id of its first article: the same for all that tell it
    share REAL,                      -- what it has in common with another of them, 0 to 1; null when alone
    signature BLOB,                  -- MinHash of the body; null for a short one
    sequences INTEGER                -- four-word sequences in the body
);
CREATE INDEX stories_by_number ON stories (story);

CREATE TABLE sections (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,         -- from 0, in the article
    heading TEXT,
    level INTEGER NOT NULL,
    span_start INTEGER,
    span_end INTEGER
);
CREATE INDEX sections_of_articles ON sections (article_id);

CREATE TABLE paragraphs (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    section_id INTEGER NOT NULL REFERENCES sections (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,         -- from 0, in the section
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL
);
CREATE INDEX paragraphs_of_articles ON paragraphs (article_id);
CREATE INDEX paragraphs_of_sections ON paragraphs (section_id);

CREATE TABLE speakers (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,         -- from 0, in the article
    name TEXT NOT NULL,
    role TEXT,
    kind TEXT NOT NULL,
    pronoun TEXT,                    -- persons: she, he, they or other
    aliases TEXT NOT NULL            -- JSON list
);
CREATE INDEX speakers_of_articles ON speakers (article_id);
CREATE INDEX speakers_by_name ON speakers (name);

CREATE TABLE quotes (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,         -- from 0, in the article
    text TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    kind TEXT NOT NULL,
    clause TEXT,                     -- partial quotes: all that the sentence reports
    clause_start INTEGER,
    clause_end INTEGER,
    speaker TEXT,
    mention TEXT,
    mention_start INTEGER,
    mention_end INTEGER,
    cue TEXT,
    cue_start INTEGER,
    cue_end INTEGER,
    utterance INTEGER NOT NULL,
    confidence REAL NOT NULL,
    decided_by TEXT,                 -- JSON list, with --explain
    section_id INTEGER REFERENCES sections (id) ON DELETE SET NULL,
    paragraph_id INTEGER REFERENCES paragraphs (id) ON DELETE SET NULL
);
CREATE INDEX quotes_of_articles ON quotes (article_id);
CREATE INDEX quotes_of_sections ON quotes (section_id);
CREATE INDEX quotes_of_paragraphs ON quotes (paragraph_id);

CREATE TABLE quotes_speakers (       -- several for a joint statement
    quote_id INTEGER NOT NULL REFERENCES quotes (id) ON DELETE CASCADE,
    speaker_id INTEGER NOT NULL REFERENCES speakers (id) ON DELETE CASCADE,
    PRIMARY KEY (quote_id, speaker_id)
) WITHOUT ROWID;
CREATE INDEX quotes_of_speakers ON quotes_speakers (speaker_id);

CREATE TABLE reports (               -- reported without quotation marks
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,         -- from 0, in the article
    text TEXT NOT NULL,
    spans TEXT NOT NULL,             -- JSON list of [start, end]
    speaker TEXT,
    mention TEXT,
    mention_start INTEGER,
    mention_end INTEGER,
    cue TEXT,
    cue_start INTEGER,
    cue_end INTEGER,
    utterance INTEGER NOT NULL,      -- shared with quotes of the same utterance
    confidence REAL NOT NULL,
    decided_by TEXT,                 -- JSON list, with --explain
    section_id INTEGER REFERENCES sections (id) ON DELETE SET NULL,
    paragraph_id INTEGER REFERENCES paragraphs (id) ON DELETE SET NULL
);
CREATE INDEX reports_of_articles ON reports (article_id);
CREATE INDEX reports_of_sections ON reports (section_id);
CREATE INDEX reports_of_paragraphs ON reports (paragraph_id);

CREATE TABLE reports_speakers (      -- several for a joint statement
    report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    speaker_id INTEGER NOT NULL REFERENCES speakers (id) ON DELETE CASCADE,
    PRIMARY KEY (report_id, speaker_id)
) WITHOUT ROWID;
CREATE INDEX reports_of_speakers ON reports_speakers (speaker_id);

CREATE TABLE removed (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,         -- from 0, in the article
    text TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    reason TEXT NOT NULL,
    decided_by TEXT                  -- JSON list, with --explain
);
CREATE INDEX removed_of_articles ON removed (article_id);

CREATE TABLE errors (
    id INTEGER PRIMARY KEY,
    path TEXT,
    record INTEGER,
    kind TEXT NOT NULL,
    message TEXT NOT NULL
);
CREATE UNIQUE INDEX errors_of_inputs ON errors (path, ifnull(record, 0));

CREATE VIRTUAL TABLE articles_fts USING fts5 (
    title, body, content="articles", content_rowid='id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER articles_ai AFTER INSERT ON articles BEGIN
    INSERT INTO articles_fts (rowid, title, body) VALUES (new.id, new.title, new.body);
END;
CREATE TRIGGER articles_ad AFTER DELETE ON articles BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
END;
CREATE TRIGGER articles_au AFTER UPDATE OF id, title, body ON articles BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
    INSERT INTO articles_fts (rowid, title, body) VALUES (new.id, new.title, new.body);
END;

CREATE VIRTUAL TABLE quotes_fts USING fts5 (
    text, speaker, content="quotes", content_rowid='id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER quotes_ai AFTER INSERT ON quotes BEGIN
    INSERT INTO quotes_fts (rowid, text, speaker) VALUES (new.id, new.text, new.speaker);
END;
CREATE TRIGGER quotes_ad AFTER DELETE ON quotes BEGIN
    INSERT INTO quotes_fts (quotes_fts, rowid, text, speaker) VALUES ('delete', old.id, old.text, old.speaker);
END;
CREATE TRIGGER quotes_au AFTER UPDATE OF id, text, speaker ON quotes BEGIN
    INSERT INTO quotes_fts (quotes_fts, rowid, text, speaker) VALUES ('delete', old.id, old.text, old.speaker);
    INSERT INTO quotes_fts (rowid, text, speaker) VALUES (new.id, new.text, new.speaker);
END;

-- Who goes by which name; yours to fill. Runs leave it alone, and it wins over what same_person finds.
CREATE TABLE aliases (
    name TEXT NOT NULL,              -- as in speakers
    path TEXT,                       -- in articles of this input only; null for all
    person TEXT NOT NULL             -- the name to count them under
);
CREATE UNIQUE INDEX aliases_of_names ON aliases (name, ifnull(path, ''));

-- Everybody who is quoted or reported, across articles; people of one name are one.
CREATE VIEW people AS
SELECT
    speakers.name,
    count(DISTINCT speakers.article_id) AS articles,
    count(DISTINCT quotes_speakers.quote_id) AS quotes,
    count(DISTINCT reports_speakers.report_id) AS reports,
    min(articles.published) AS first_published,
    max(articles.published) AS last_published,
    json_group_array(DISTINCT speakers.role) FILTER (WHERE speakers.role IS NOT NULL) AS roles
FROM speakers
JOIN articles ON articles.id = speakers.article_id
LEFT JOIN quotes_speakers ON quotes_speakers.speaker_id = speakers.id
LEFT JOIN reports_speakers ON reports_speakers.speaker_id = speakers.id
WHERE speakers.kind = 'person'
GROUP BY speakers.name;

-- Persons across articles: for each speaker the name to count them under, and why. A last name alone is
-- somebody's only where the set has one bearer of it, in other articles, whose role or outlet agrees;
-- else it stays with its article.
CREATE VIEW same_person AS
WITH persons AS MATERIALIZED (
    SELECT
        speakers.id, speakers.article_id, speakers.name, speakers.role, articles.outlet, articles.path,
        lower(speakers.name) AS folded,
        substr(lower(speakers.name), length(rtrim(speakers.name, replace(speakers.name, ' ', ''))) + 1) AS last,
        -- "Berg" and "von der Berg" are last names, "Anna Berg" is a full one.
        instr(speakers.name, ' ') > 0
            AND substr(speakers.name, 1, 1) NOT BETWEEN 'a' AND 'z' AS is_full
    FROM speakers
    JOIN articles ON articles.id = speakers.article_id
    WHERE speakers.kind = 'person'
),
printed AS MATERIALIZED (           -- each full name once, as it comes first
    SELECT folded, last, name, min(id) FROM persons WHERE is_full GROUP BY folded
),
bearers AS MATERIALIZED (           -- of last names that stand alone somewhere
    SELECT lone.folded AS lone, min(printed.folded) AS folded, min(printed.name) AS name
    FROM (SELECT DISTINCT folded, last FROM persons WHERE NOT is_full) AS lone
    JOIN printed
        ON printed.last = lone.last
        AND substr(printed.folded, -length(lone.folded) - 1) = ' ' || lone.folded
    GROUP BY lone.folded
    HAVING count(*) = 1
),
agreeing AS MATERIALIZED (
    SELECT
        lone.id,
        bearers.name AS person,
        max(lower(full.role) = lower(lone.role)) AS role,
        max(full.outlet = lone.outlet) AS outlet
    FROM persons AS lone
    JOIN bearers ON bearers.lone = lone.folded
    JOIN persons AS full ON full.folded = bearers.folded
    WHERE NOT lone.is_full
    GROUP BY lone.id
    HAVING max(full.article_id = lone.article_id) = 0
),
found AS (
    SELECT
        persons.id, persons.article_id, persons.name, persons.path,
        CASE
            WHEN is_full THEN printed.name
            WHEN agreeing.role OR agreeing.outlet THEN agreeing.person
            ELSE persons.name || ' (article ' || persons.article_id || ')'
        END AS person,
        CASE
            WHEN is_full THEN 'full name'
            WHEN agreeing.role AND agreeing.outlet THEN 'last name, role and outlet'
            WHEN agreeing.role THEN 'last name and role'
            WHEN agreeing.outlet THEN 'last name and outlet'
        END AS reason               -- null: joined with nobody
    FROM persons
    LEFT JOIN printed ON printed.folded = persons.folded AND is_full
    LEFT JOIN agreeing ON agreeing.id = persons.id
)
SELECT
    found.id AS speaker_id,
    found.article_id,
    found.name,
    coalesce(here.person, everywhere.person, further.person, found.person) AS person,
    CASE
        WHEN coalesce(here.person, everywhere.person, further.person) IS NULL THEN found.reason
        ELSE 'alias'
    END AS reason
FROM found
LEFT JOIN aliases AS here ON here.name = found.name AND here.path = found.path
LEFT JOIN aliases AS everywhere ON everywhere.name = found.name AND everywhere.path IS NULL
LEFT JOIN aliases AS further ON further.name = found.person AND further.path IS NULL;

-- A row for each quote, with all that is often asked for.
CREATE VIEW quotes_flat AS
SELECT
    articles.published AS date,
    articles.outlet,
    articles.title,
    sections.heading AS section,
    quotes.speaker,
    (
        SELECT group_concat(speakers.role, '; ') FROM quotes_speakers
        JOIN speakers ON speakers.id = quotes_speakers.speaker_id
        WHERE quotes_speakers.quote_id = quotes.id
    ) AS role,
    (
        SELECT group_concat(speakers.pronoun, '; ') FROM quotes_speakers
        JOIN speakers ON speakers.id = quotes_speakers.speaker_id
        WHERE quotes_speakers.quote_id = quotes.id
    ) AS pronoun,
    quotes.kind,
    quotes.text AS quote,
    quotes.clause,
    quotes.cue,
    quotes.confidence,
    articles.url AS address,
    stories.story,
    articles.path,
    quotes.article_id,
    quotes.id AS quote_id
FROM quotes
JOIN articles ON articles.id = quotes.article_id
LEFT JOIN sections ON sections.id = quotes.section_id
LEFT JOIN stories ON stories.article_id = quotes.article_id;
