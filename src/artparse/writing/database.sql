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
