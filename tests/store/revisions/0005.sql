CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE event (
	"key" INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	type TEXT NOT NULL, 
	subtype TEXT, 
	status TEXT NOT NULL, 
	start_day DATE, 
	end_day DATE, 
	precision TEXT NOT NULL, 
	date_text TEXT DEFAULT '' NOT NULL, 
	date_basis TEXT DEFAULT '' NOT NULL, 
	title TEXT DEFAULT '' NOT NULL, 
	place_name TEXT, 
	place_country TEXT, 
	latitude FLOAT, 
	longitude FLOAT, 
	confidence FLOAT, 
	day DATE NOT NULL, 
	loose BOOLEAN NOT NULL, 
	place_folded TEXT DEFAULT '' NOT NULL, 
	note TEXT DEFAULT '' NOT NULL, 
	review TEXT DEFAULT 'unreviewed' NOT NULL, 
	origin TEXT NOT NULL, 
	conflicts TEXT DEFAULT '' NOT NULL, 
	deleted BOOLEAN DEFAULT 0 NOT NULL, 
	merged_into INTEGER, 
	fingerprint TEXT NOT NULL, third_country BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_event PRIMARY KEY ("key"), 
	CONSTRAINT ck_event_precision CHECK (precision in ('day', 'week', 'month', 'season', 'year', 'unknown')), 
	CONSTRAINT ck_event_status CHECK (status in ('occurred', 'planned', 'cancelled')), 
	CONSTRAINT ck_event_days CHECK (end_day >= start_day), 
	CONSTRAINT fk_event_merged_into FOREIGN KEY(merged_into) REFERENCES event ("key"), 
	CONSTRAINT uq_event_fingerprint UNIQUE (fingerprint), 
	CONSTRAINT uq_event_id UNIQUE (id)
);
CREATE INDEX ix_event_day ON event (day);
CREATE INDEX ix_event_merged_into ON event (merged_into) WHERE merged_into is not null;
CREATE INDEX ix_event_loose ON event (day) WHERE loose;
CREATE INDEX ix_event_place_country_day ON event (place_country, day);
CREATE INDEX ix_event_type_day ON event (type, day);
CREATE TABLE operation (
	id INTEGER NOT NULL, 
	author TEXT NOT NULL, 
	origin TEXT NOT NULL, 
	command TEXT NOT NULL, 
	reason TEXT DEFAULT '' NOT NULL, 
	at DATETIME NOT NULL, undoes INTEGER CONSTRAINT fk_operation_undoes REFERENCES operation (id), 
	CONSTRAINT pk_operation PRIMARY KEY (id)
);
CREATE TABLE party (
	id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	identity TEXT NOT NULL, 
	name TEXT NOT NULL, 
	folded TEXT NOT NULL, 
	country TEXT, 
	alias_of INTEGER, 
	CONSTRAINT pk_party PRIMARY KEY (id), 
	CONSTRAINT ck_party_kind CHECK (kind in ('country', 'organisation', 'person')), 
	CONSTRAINT fk_party_alias_of FOREIGN KEY(alias_of) REFERENCES party (id), 
	CONSTRAINT uq_party_identity UNIQUE (identity)
);
CREATE TABLE change (
	id INTEGER NOT NULL, 
	operation_id INTEGER NOT NULL, 
	event_key INTEGER NOT NULL, 
	field TEXT NOT NULL, 
	old_value TEXT, 
	new_value TEXT, 
	undoes INTEGER, 
	CONSTRAINT pk_change PRIMARY KEY (id), 
	CONSTRAINT fk_change_event_key FOREIGN KEY(event_key) REFERENCES event ("key"), 
	CONSTRAINT fk_change_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id), 
	CONSTRAINT fk_change_undoes FOREIGN KEY(undoes) REFERENCES change (id)
);
CREATE INDEX ix_change_event_key ON change (event_key);
CREATE INDEX ix_change_operation_id ON change (operation_id);
CREATE TABLE citation (
	event_key INTEGER NOT NULL, 
	ordinal SMALLINT NOT NULL, 
	name TEXT NOT NULL, 
	url TEXT DEFAULT '' NOT NULL, 
	publisher TEXT DEFAULT '' NOT NULL, 
	title TEXT DEFAULT '' NOT NULL, 
	quote TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_citation PRIMARY KEY (event_key, ordinal), 
	CONSTRAINT fk_citation_event_key FOREIGN KEY(event_key) REFERENCES event ("key")
);
CREATE TABLE document (
	id INTEGER NOT NULL, 
	digest TEXT NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	title TEXT DEFAULT '' NOT NULL, 
	publisher TEXT DEFAULT '' NOT NULL, 
	url TEXT DEFAULT '' NOT NULL, 
	published_start DATE, 
	published_end DATE, 
	published_precision TEXT, 
	published_text TEXT DEFAULT '' NOT NULL, 
	published_basis TEXT DEFAULT '' NOT NULL, 
	language TEXT DEFAULT '' NOT NULL, 
	text TEXT NOT NULL, 
	boilerplate TEXT DEFAULT '[]' NOT NULL, 
	extractor TEXT DEFAULT '' NOT NULL, 
	added_by INTEGER NOT NULL, replaces INTEGER CONSTRAINT fk_document_replaces REFERENCES document (id), 
	CONSTRAINT pk_document PRIMARY KEY (id), 
	CONSTRAINT fk_document_added_by FOREIGN KEY(added_by) REFERENCES operation (id), 
	CONSTRAINT uq_document_digest UNIQUE (digest)
);
CREATE TABLE participation (
	id INTEGER NOT NULL, 
	event_key INTEGER NOT NULL, 
	party_id INTEGER NOT NULL, 
	ordinal SMALLINT NOT NULL, 
	repeat SMALLINT NOT NULL, 
	day DATE NOT NULL, 
	loose BOOLEAN NOT NULL, 
	name TEXT NOT NULL, 
	role TEXT, 
	country TEXT, 
	organisation TEXT, 
	office TEXT, named_id INTEGER CONSTRAINT fk_participation_named_id REFERENCES party (id), counted BOOLEAN DEFAULT 1 NOT NULL, 
	CONSTRAINT pk_participation PRIMARY KEY (id), 
	CONSTRAINT fk_participation_event_key FOREIGN KEY(event_key) REFERENCES event ("key"), 
	CONSTRAINT fk_participation_party_id FOREIGN KEY(party_id) REFERENCES party (id)
);
CREATE INDEX ix_participation_event_key ON participation (event_key);
CREATE INDEX ix_participation_party_id_day_event_key ON participation (party_id, day, event_key);
CREATE INDEX ix_participation_loose ON participation (party_id, day) WHERE loose;
CREATE TABLE saved_view (
	name TEXT NOT NULL, 
	filter TEXT NOT NULL, 
	operation_id INTEGER NOT NULL, 
	CONSTRAINT pk_saved_view PRIMARY KEY (name), 
	CONSTRAINT fk_saved_view_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id)
);
CREATE TABLE tag (
	event_key INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	CONSTRAINT pk_tag PRIMARY KEY (event_key, name), 
	CONSTRAINT fk_tag_event_key FOREIGN KEY(event_key) REFERENCES event ("key")
);
CREATE INDEX ix_tag_name ON tag (name);
CREATE TABLE mention (
	id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	event_key INTEGER, 
	type TEXT NOT NULL, 
	subtype TEXT, 
	status TEXT NOT NULL, 
	start_day DATE, 
	end_day DATE, 
	precision TEXT NOT NULL, 
	date_text TEXT DEFAULT '' NOT NULL, 
	date_basis TEXT DEFAULT '' NOT NULL, 
	title TEXT DEFAULT '' NOT NULL, 
	place_name TEXT, 
	place_country TEXT, 
	latitude FLOAT, 
	longitude FLOAT, 
	confidence FLOAT, 
	participants TEXT NOT NULL, 
	evidence TEXT NOT NULL, 
	trigger_text TEXT DEFAULT '' NOT NULL, 
	reasons TEXT DEFAULT '[]' NOT NULL, 
	extractor TEXT DEFAULT '' NOT NULL, 
	live BOOLEAN DEFAULT 1 NOT NULL, 
	CONSTRAINT pk_mention PRIMARY KEY (id), 
	CONSTRAINT ck_mention_precision CHECK (precision in ('day', 'week', 'month', 'season', 'year', 'unknown')), 
	CONSTRAINT ck_mention_status CHECK (status in ('occurred', 'planned', 'cancelled')), 
	CONSTRAINT ck_mention_days CHECK (end_day >= start_day), 
	CONSTRAINT fk_mention_document_id FOREIGN KEY(document_id) REFERENCES document (id), 
	CONSTRAINT fk_mention_event_key FOREIGN KEY(event_key) REFERENCES event ("key")
);
CREATE INDEX ix_mention_document_id ON mention (document_id);
CREATE INDEX ix_mention_event_key ON mention (event_key);
CREATE TABLE judgement (
	id INTEGER NOT NULL, 
	mention_id INTEGER, 
	event_key INTEGER NOT NULL, 
	other_event_key INTEGER, 
	verdict TEXT NOT NULL, 
	score FLOAT, 
	reasons TEXT DEFAULT '[]' NOT NULL, 
	operation_id INTEGER NOT NULL, 
	withdrawn_by INTEGER, 
	CONSTRAINT pk_judgement PRIMARY KEY (id), 
	CONSTRAINT ck_judgement_verdict CHECK (verdict in ('same', 'different', 'unsure')), 
	CONSTRAINT ck_judgement_subject CHECK ((mention_id is null) <> (other_event_key is null)), 
	CONSTRAINT fk_judgement_event_key FOREIGN KEY(event_key) REFERENCES event ("key"), 
	CONSTRAINT fk_judgement_mention_id FOREIGN KEY(mention_id) REFERENCES mention (id), 
	CONSTRAINT fk_judgement_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id), 
	CONSTRAINT fk_judgement_other_event_key FOREIGN KEY(other_event_key) REFERENCES event ("key"), 
	CONSTRAINT fk_judgement_withdrawn_by FOREIGN KEY(withdrawn_by) REFERENCES operation (id)
);
CREATE INDEX ix_judgement_event_key ON judgement (event_key);
CREATE INDEX ix_judgement_other_event_key ON judgement (other_event_key);
CREATE UNIQUE INDEX uq_judgement_home ON judgement (mention_id) WHERE verdict = 'same' and withdrawn_by is null;
CREATE VIRTUAL TABLE event_search USING fts5(words, tokenize = 'unicode61 remove_diacritics 2');
CREATE INDEX ix_operation_undoes ON operation (undoes);
CREATE INDEX ix_judgement_operation_id ON judgement (operation_id);
CREATE INDEX ix_judgement_withdrawn_by ON judgement (withdrawn_by);
CREATE TABLE naming (
	id INTEGER NOT NULL, 
	party_id INTEGER NOT NULL, 
	other_id INTEGER NOT NULL, 
	verdict TEXT NOT NULL, 
	operation_id INTEGER NOT NULL, 
	withdrawn_by INTEGER, 
	CONSTRAINT pk_naming PRIMARY KEY (id), 
	CONSTRAINT ck_naming_verdict CHECK (verdict in ('same', 'different')), 
	CONSTRAINT ck_naming_parties CHECK (party_id <> other_id), 
	CONSTRAINT fk_naming_party_id FOREIGN KEY(party_id) REFERENCES party (id), 
	CONSTRAINT fk_naming_other_id FOREIGN KEY(other_id) REFERENCES party (id), 
	CONSTRAINT fk_naming_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id), 
	CONSTRAINT fk_naming_withdrawn_by FOREIGN KEY(withdrawn_by) REFERENCES operation (id)
);
CREATE INDEX ix_naming_party_id ON naming (party_id);
CREATE INDEX ix_naming_other_id ON naming (other_id);
CREATE INDEX ix_naming_operation_id ON naming (operation_id);
CREATE INDEX ix_naming_withdrawn_by ON naming (withdrawn_by);
CREATE UNIQUE INDEX uq_naming_party ON naming (party_id) WHERE verdict = 'same' and withdrawn_by is null;
CREATE INDEX ix_document_replaces ON document (replaces);
CREATE INDEX ix_document_url ON document (url);
CREATE INDEX ix_document_name ON document (name);
CREATE INDEX ix_event_status_day ON event (status, day);
CREATE INDEX ix_event_place_folded_day ON event (place_folded, day);
CREATE INDEX ix_event_third_country ON event (place_country, day) WHERE third_country;
CREATE INDEX ix_participation_counted ON participation (party_id, counted, loose, repeat, day);
CREATE INDEX ix_party_kind_folded_alias_of ON party (kind, folded, alias_of);
-- rows
INSERT INTO alembic_version (version_num) VALUES ('0005');
INSERT INTO event (key, id, type, subtype, status, start_day, end_day, precision, date_text, date_basis, title, place_name, place_country, latitude, longitude, confidence, day, loose, place_folded, note, review, origin, conflicts, deleted, merged_into, fingerprint, third_country) VALUES (1, '5d0a61c2', 'meeting', 'bilateral', 'occurred', '2021-08-26', '2021-08-26', 'day', '26 August 2021', '', 'Another title', 'Doha', 'QAT', 25.2855, 51.531, NULL, '2021-08-26', FALSE, 'doha', '', 'confirmed', 'import', '', FALSE, NULL, '4d7c47646429a2c5e35e77ee8b1b91b87490c43615c779e65c4b7a8cce1f580c', TRUE);
INSERT INTO event (key, id, type, subtype, status, start_day, end_day, precision, date_text, date_basis, title, place_name, place_country, latitude, longitude, confidence, day, loose, place_folded, note, review, origin, conflicts, deleted, merged_into, fingerprint, third_country) VALUES (2, '8b17e4f0', 'meeting', 'multilateral', 'occurred', '2022-01-23', '2022-01-25', 'day', '23 to 25 January 2022', '', 'Oslo talks between Taliban and Western envoys', 'Oslo', 'NOR', 59.9127, 10.7461, NULL, '2022-01-23', FALSE, 'oslo', 'Western special envoys were met one by one and together', 'confirmed', 'import', '', FALSE, NULL, '5602775c4aeb79d9aeaada2674268267d8f0130870ba118b425556aca7c7fee7', FALSE);
INSERT INTO event (key, id, type, subtype, status, start_day, end_day, precision, date_text, date_basis, title, place_name, place_country, latitude, longitude, confidence, day, loose, place_folded, note, review, origin, conflicts, deleted, merged_into, fingerprint, third_country) VALUES (3, 'c41f9a36', 'visit', 'official', 'occurred', '2023-03-16', '2023-03-17', 'day', '16-17 March 2023', '', 'Yoon visits Tokyo', 'Tokyo', 'JPN', 35.6895, 139.6917, NULL, '2023-03-16', FALSE, 'tokyo', '', 'confirmed', 'import', '', FALSE, 2, '7a415750349a7e422317a2308569fe4a6a41b29e7e0e744acbccfb2b05ef3098', FALSE);
INSERT INTO event (key, id, type, subtype, status, start_day, end_day, precision, date_text, date_basis, title, place_name, place_country, latitude, longitude, confidence, day, loose, place_folded, note, review, origin, conflicts, deleted, merged_into, fingerprint, third_country) VALUES (4, 'cjzn', 'meeting', NULL, 'occurred', '2024-03-12', '2024-03-12', 'day', '12 March 2024', 'explicit', 'Yoko Kamikawa meets Mohammed bin Abdulrahman Al Thani in Doha', 'Doha', 'QAT', NULL, NULL, 0.99, '2024-03-12', FALSE, 'doha', '', 'unreviewed', 'machine', '', FALSE, NULL, 'f9444b949fb8b0f546f54754a19bcbf9dceec175c2ad86eab760080156a81028', FALSE);
INSERT INTO event (key, id, type, subtype, status, start_day, end_day, precision, date_text, date_basis, title, place_name, place_country, latitude, longitude, confidence, day, loose, place_folded, note, review, origin, conflicts, deleted, merged_into, fingerprint, third_country) VALUES (5, 'bwbk', 'visit', NULL, 'occurred', '2024-04-03', '2024-04-03', 'day', '3 April 2024', 'explicit', 'Cho Tae-yul visits Japan in Tokyo', 'Tokyo', 'JPN', NULL, NULL, 0.94, '2024-04-03', FALSE, 'tokyo', '', 'rejected', 'machine', '', FALSE, NULL, 'dd1c6411e9109cf0ff6e09d030c85f39c2b5f8bac441b6cc1165b3a4f95a27f5', FALSE);
INSERT INTO event (key, id, type, subtype, status, start_day, end_day, precision, date_text, date_basis, title, place_name, place_country, latitude, longitude, confidence, day, loose, place_folded, note, review, origin, conflicts, deleted, merged_into, fingerprint, third_country) VALUES (6, 'ycpr', 'agreement', 'signed', 'occurred', '2024-04-04', '2024-04-04', 'day', '4 April 2024', 'explicit', 'Japan and South Korea sign an agreement in Tokyo', 'Tokyo', 'JPN', NULL, NULL, 0.91, '2024-04-04', FALSE, 'tokyo', '', 'unreviewed', 'machine', '', FALSE, NULL, 'ebad6bdae43007d3ec24a27180e30cfc8db121b1cb77af98bc92cc1e3d34a8fc', FALSE);
INSERT INTO event (key, id, type, subtype, status, start_day, end_day, precision, date_text, date_basis, title, place_name, place_country, latitude, longitude, confidence, day, loose, place_folded, note, review, origin, conflicts, deleted, merged_into, fingerprint, third_country) VALUES (7, 't4ms', 'visit', NULL, 'occurred', '2025-02-15', '2025-02-21', 'day', '2025-02-15..21', '', '', 'Tokyo', 'JPN', 35.6895, 139.6917, NULL, '2025-02-15', FALSE, 'tokyo', 'a ''quoted'' note; with ünïcode', 'unreviewed', 'hand', '', FALSE, NULL, '05393cc7d7b51533d65ecddd4dd826c013a1b71b52b52655c8425f6f34b81f84', FALSE);
INSERT INTO event (key, id, type, subtype, status, start_day, end_day, precision, date_text, date_basis, title, place_name, place_country, latitude, longitude, confidence, day, loose, place_folded, note, review, origin, conflicts, deleted, merged_into, fingerprint, third_country) VALUES (8, 'nj2j', 'call', NULL, 'occurred', '2024-05-01', '2024-05-01', 'day', '2024-05-01', '', 'call 2024-05-01 AFG IRN Ada_1/AFG', NULL, NULL, NULL, NULL, 0.8, '2024-05-01', FALSE, '', 'it''s; new', 'unreviewed', 'hand', '', FALSE, NULL, '1539baa0a4c85fb0b59884f4dc014f8e6f7612f11e9f4040a28bc60d45cfb741', FALSE);
INSERT INTO event (key, id, type, subtype, status, start_day, end_day, precision, date_text, date_basis, title, place_name, place_country, latitude, longitude, confidence, day, loose, place_folded, note, review, origin, conflicts, deleted, merged_into, fingerprint, third_country) VALUES (9, 'f8bm', 'call', NULL, 'occurred', '2024-05-02', '2024-05-02', 'day', '2024-05-02', '', 'call 2024-05-02 AFG IRN Ada_2/AFG', NULL, NULL, NULL, NULL, 0.8, '2024-05-02', FALSE, '', '', 'unreviewed', 'hand', '', TRUE, NULL, '18ffd0f5ae54745453321b7d5a8646830f895ce1758f46294616bfff84304009', FALSE);
INSERT INTO event (key, id, type, subtype, status, start_day, end_day, precision, date_text, date_basis, title, place_name, place_country, latitude, longitude, confidence, day, loose, place_folded, note, review, origin, conflicts, deleted, merged_into, fingerprint, third_country) VALUES (10, 'h4mh', 'call', NULL, 'occurred', '2024-05-03', '2024-05-03', 'day', '2024-05-03', '', 'call 2024-05-03 AFG IRN Ada_3/AFG', NULL, NULL, NULL, NULL, 0.8, '2024-05-03', FALSE, '', '', 'unreviewed', 'hand', '', FALSE, 8, '85702639fa3f46b6f4abf0bcfb1112b96095b463a1f214bc2f66ca60a045d625', FALSE);
INSERT INTO operation (id, author, origin, command, reason, at, undoes) VALUES (1, 'Ada Çelik', 'import', 'import', '', '2026-11-22 13:49:08.154594', NULL);
INSERT INTO operation (id, author, origin, command, reason, at, undoes) VALUES (2, 'tracker', 'machine', 'ingest', '', '2026-11-22 13:50:49.170576', NULL);
INSERT INTO operation (id, author, origin, command, reason, at, undoes) VALUES (3, 'tracker', 'machine', 'ingest', '', '2026-11-22 13:50:49.291196', NULL);
INSERT INTO operation (id, author, origin, command, reason, at, undoes) VALUES (4, 'tracker', 'machine', 'ingest', '', '2026-11-22 13:50:49.347200', NULL);
INSERT INTO operation (id, author, origin, command, reason, at, undoes) VALUES (5, 'Ada Çelik', 'hand', 'add', '', '2026-11-22 13:50:54.193602', NULL);
INSERT INTO operation (id, author, origin, command, reason, at, undoes) VALUES (6, 'Ada Çelik', 'hand', 'edit', 'it''s better', '2026-11-22 13:51:00.066720', NULL);
INSERT INTO operation (id, author, origin, command, reason, at, undoes) VALUES (7, 'Ada Çelik', 'hand', 'tag', '', '2026-11-22 13:51:04.302583', NULL);
INSERT INTO operation (id, author, origin, command, reason, at, undoes) VALUES (8, 'Ada Çelik', 'hand', 'merge', '', '2026-11-22 13:51:09.258675', NULL);
INSERT INTO operation (id, author, origin, command, reason, at, undoes) VALUES (9, 'Ada Çelik', 'hand', 'delete', 'no event', '2026-11-22 13:51:14.297128', NULL);
INSERT INTO operation (id, author, origin, command, reason, at, undoes) VALUES (10, 'Ada Çelik', 'hand', 'undo', '', '2026-11-22 13:51:19.034494', 9);
INSERT INTO operation (id, author, origin, command, reason, at, undoes) VALUES (11, 'Ada Çelik', 'hand', 'reject', '', '2026-11-22 13:51:23.458070', NULL);
INSERT INTO operation (id, author, origin, command, reason, at, undoes) VALUES (12, 'Ada Çelik', 'hand', 'party merge', '', '2026-11-22 13:51:28.740432', NULL);
INSERT INTO operation (id, author, origin, command, reason, at, undoes) VALUES (13, 'Ada', 'hand', 'add', '', '2026-11-22 19:44:35.925904', NULL);
INSERT INTO operation (id, author, origin, command, reason, at, undoes) VALUES (14, 'Ada', 'hand', 'add', '', '2026-11-22 19:44:35.996132', NULL);
INSERT INTO operation (id, author, origin, command, reason, at, undoes) VALUES (15, 'Ada', 'hand', 'add', '', '2026-11-22 19:44:35.998625', NULL);
INSERT INTO operation (id, author, origin, command, reason, at, undoes) VALUES (16, 'Ada', 'hand', 'add', 'better', '2026-11-22 19:44:36.009393', NULL);
INSERT INTO operation (id, author, origin, command, reason, at, undoes) VALUES (17, 'Ada', 'hand', 'add', '', '2026-11-22 19:44:36.020961', NULL);
INSERT INTO operation (id, author, origin, command, reason, at, undoes) VALUES (18, 'Ada', 'hand', 'add', '', '2026-11-22 19:44:36.022530', NULL);
INSERT INTO operation (id, author, origin, command, reason, at, undoes) VALUES (19, 'Ada', 'hand', 'add', '', '2026-11-22 19:44:36.076531', 18);
INSERT INTO operation (id, author, origin, command, reason, at, undoes) VALUES (20, 'Ada', 'hand', 'add', '', '2026-11-22 19:44:36.113958', 19);
INSERT INTO party (id, kind, identity, name, folded, country, alias_of) VALUES (1, 'country', 'country:AFG', 'Afghanistan', 'afghanistan', 'AFG', NULL);
INSERT INTO party (id, kind, identity, name, folded, country, alias_of) VALUES (2, 'country', 'country:IDN', 'Indonesia', 'indonesia', 'IDN', NULL);
INSERT INTO party (id, kind, identity, name, folded, country, alias_of) VALUES (3, 'person', 'person:retno marsudi:', 'Retno Marsudi', 'retno marsudi', NULL, NULL);
INSERT INTO party (id, kind, identity, name, folded, country, alias_of) VALUES (4, 'person', 'person:sher mohammad abbas stanikzai:', 'Sher Mohammad Abbas Stanikzai', 'sher mohammad abbas stanikzai', NULL, NULL);
INSERT INTO party (id, kind, identity, name, folded, country, alias_of) VALUES (5, 'country', 'country:NOR', 'Norway', 'norway', 'NOR', NULL);
INSERT INTO party (id, kind, identity, name, folded, country, alias_of) VALUES (6, 'person', 'person:amir khan muttaqi:', 'Amir Khan Muttaqi', 'amir khan muttaqi', NULL, NULL);
INSERT INTO party (id, kind, identity, name, folded, country, alias_of) VALUES (7, 'country', 'country:JPN', 'Japan', 'japan', 'JPN', NULL);
INSERT INTO party (id, kind, identity, name, folded, country, alias_of) VALUES (8, 'country', 'country:KOR', 'South Korea', 'south korea', 'KOR', NULL);
INSERT INTO party (id, kind, identity, name, folded, country, alias_of) VALUES (9, 'person', 'person:yoon suk yeol:', 'Yoon Suk Yeol', 'yoon suk yeol', NULL, NULL);
INSERT INTO party (id, kind, identity, name, folded, country, alias_of) VALUES (10, 'country', 'country:QAT', 'Qatar', 'qatar', 'QAT', NULL);
INSERT INTO party (id, kind, identity, name, folded, country, alias_of) VALUES (11, 'person', 'person:yoko kamikawa:JPN', 'Yoko Kamikawa', 'yoko kamikawa', 'JPN', NULL);
INSERT INTO party (id, kind, identity, name, folded, country, alias_of) VALUES (12, 'person', 'person:mohammed bin abdulrahman al thani:QAT', 'Mohammed bin Abdulrahman Al Thani', 'mohammed bin abdulrahman al thani', 'QAT', NULL);
INSERT INTO party (id, kind, identity, name, folded, country, alias_of) VALUES (13, 'person', 'person:cho tae yul:KOR', 'Cho Tae-yul', 'cho tae yul', 'KOR', 11);
INSERT INTO party (id, kind, identity, name, folded, country, alias_of) VALUES (14, 'country', 'country:IRN', 'Iran', 'iran', 'IRN', NULL);
INSERT INTO party (id, kind, identity, name, folded, country, alias_of) VALUES (15, 'person', 'person:ada 1:AFG', 'Ada 1', 'ada 1', 'AFG', NULL);
INSERT INTO party (id, kind, identity, name, folded, country, alias_of) VALUES (16, 'person', 'person:ada 2:AFG', 'Ada 2', 'ada 2', 'AFG', NULL);
INSERT INTO party (id, kind, identity, name, folded, country, alias_of) VALUES (17, 'person', 'person:ada 3:AFG', 'Ada 3', 'ada 3', 'AFG', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (1, 1, 1, 'type', NULL, 'meeting', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (2, 1, 1, 'subtype', NULL, 'bilateral', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (3, 1, 1, 'status', NULL, 'occurred', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (4, 1, 1, 'start', NULL, '2021-08-26', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (5, 1, 1, 'end', NULL, '2021-08-26', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (6, 1, 1, 'precision', NULL, 'day', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (7, 1, 1, 'date_text', NULL, '26 August 2021', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (8, 1, 1, 'title', NULL, 'Indonesian minister meets Taliban political office in Doha', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (9, 1, 1, 'countries', NULL, 'AFG:participant; IDN:participant', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (10, 1, 1, 'people', NULL, 'Retno Marsudi; Sher Mohammad Abbas Stanikzai', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (11, 1, 1, 'place_name', NULL, 'Doha', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (12, 1, 1, 'place_country', NULL, 'QAT', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (13, 1, 1, 'latitude', NULL, '25.2855', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (14, 1, 1, 'longitude', NULL, '51.531', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (15, 1, 1, 'review', NULL, 'confirmed', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (16, 1, 2, 'type', NULL, 'meeting', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (17, 1, 2, 'subtype', NULL, 'multilateral', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (18, 1, 2, 'status', NULL, 'occurred', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (19, 1, 2, 'start', NULL, '2022-01-23', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (20, 1, 2, 'end', NULL, '2022-01-25', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (21, 1, 2, 'precision', NULL, 'day', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (22, 1, 2, 'date_text', NULL, '23 to 25 January 2022', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (23, 1, 2, 'title', NULL, 'Oslo talks between Taliban and Western envoys', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (24, 1, 2, 'countries', NULL, 'AFG:participant; NOR:host', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (25, 1, 2, 'people', NULL, 'Amir Khan Muttaqi', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (26, 1, 2, 'place_name', NULL, 'Oslo', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (27, 1, 2, 'place_country', NULL, 'NOR', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (28, 1, 2, 'latitude', NULL, '59.9127', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (29, 1, 2, 'longitude', NULL, '10.7461', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (30, 1, 2, 'note', NULL, 'Western special envoys were met one by one and together', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (31, 1, 2, 'tags', NULL, 'oslo', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (32, 1, 2, 'review', NULL, 'confirmed', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (33, 1, 3, 'type', NULL, 'visit', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (34, 1, 3, 'subtype', NULL, 'official', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (35, 1, 3, 'status', NULL, 'occurred', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (36, 1, 3, 'start', NULL, '2023-03-16', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (37, 1, 3, 'end', NULL, '2023-03-17', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (38, 1, 3, 'precision', NULL, 'day', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (39, 1, 3, 'date_text', NULL, '16-17 March 2023', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (40, 1, 3, 'title', NULL, 'Yoon visits Tokyo', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (41, 1, 3, 'countries', NULL, 'JPN:host; KOR:visitor', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (42, 1, 3, 'people', NULL, 'Yoon Suk Yeol', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (43, 1, 3, 'place_name', NULL, 'Tokyo', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (44, 1, 3, 'place_country', NULL, 'JPN', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (45, 1, 3, 'latitude', NULL, '35.6895', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (46, 1, 3, 'longitude', NULL, '139.6917', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (47, 1, 3, 'review', NULL, 'confirmed', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (48, 2, 4, 'type', NULL, 'meeting', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (49, 2, 4, 'status', NULL, 'occurred', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (50, 2, 4, 'start', NULL, '2024-03-12', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (51, 2, 4, 'end', NULL, '2024-03-12', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (52, 2, 4, 'precision', NULL, 'day', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (53, 2, 4, 'date_text', NULL, '12 March 2024', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (54, 2, 4, 'date_basis', NULL, 'explicit', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (55, 2, 4, 'title', NULL, 'Yoko Kamikawa meets Mohammed bin Abdulrahman Al Thani in Doha', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (56, 2, 4, 'countries', NULL, 'JPN:participant; QAT:participant', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (57, 2, 4, 'people', NULL, 'Yoko Kamikawa:Foreign Minister:JPN:participant; Mohammed bin Abdulrahman Al Thani:Sheikh:QAT:participant', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (58, 2, 4, 'place_name', NULL, 'Doha', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (59, 2, 4, 'place_country', NULL, 'QAT', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (60, 2, 4, 'confidence', NULL, '0.94', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (61, 2, 4, 'review', NULL, 'unreviewed', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (62, 3, 4, 'people', 'Yoko Kamikawa:Foreign Minister:JPN:participant; Mohammed bin Abdulrahman Al Thani:Sheikh:QAT:participant', 'Yoko Kamikawa:foreign minister:JPN:participant; Mohammed bin Abdulrahman Al Thani:Sheikh:QAT:participant', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (63, 3, 4, 'confidence', '0.94', '0.99', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (64, 4, 5, 'type', NULL, 'visit', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (65, 4, 5, 'status', NULL, 'occurred', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (66, 4, 5, 'start', NULL, '2024-04-03', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (67, 4, 5, 'end', NULL, '2024-04-03', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (68, 4, 5, 'precision', NULL, 'day', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (69, 4, 5, 'date_text', NULL, '3 April 2024', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (70, 4, 5, 'date_basis', NULL, 'explicit', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (71, 4, 5, 'title', NULL, 'Cho Tae-yul visits Japan in Tokyo', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (72, 4, 5, 'countries', NULL, 'KOR:visitor; JPN:host', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (73, 4, 5, 'people', NULL, 'Cho Tae-yul:foreign minister:KOR:visitor', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (74, 4, 5, 'place_name', NULL, 'Tokyo', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (75, 4, 5, 'place_country', NULL, 'JPN', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (76, 4, 5, 'confidence', NULL, '0.94', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (77, 4, 5, 'review', NULL, 'unreviewed', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (78, 4, 6, 'type', NULL, 'agreement', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (79, 4, 6, 'subtype', NULL, 'signed', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (80, 4, 6, 'status', NULL, 'occurred', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (81, 4, 6, 'start', NULL, '2024-04-04', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (82, 4, 6, 'end', NULL, '2024-04-04', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (83, 4, 6, 'precision', NULL, 'day', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (84, 4, 6, 'date_text', NULL, '4 April 2024', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (85, 4, 6, 'date_basis', NULL, 'explicit', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (86, 4, 6, 'title', NULL, 'Japan and South Korea sign an agreement in Tokyo', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (87, 4, 6, 'countries', NULL, 'JPN:party; KOR:party', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (88, 4, 6, 'place_name', NULL, 'Tokyo', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (89, 4, 6, 'place_country', NULL, 'JPN', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (90, 4, 6, 'confidence', NULL, '0.91', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (91, 4, 6, 'review', NULL, 'unreviewed', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (92, 5, 7, 'type', NULL, 'visit', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (93, 5, 7, 'status', NULL, 'occurred', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (94, 5, 7, 'start', NULL, '2025-02-15', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (95, 5, 7, 'end', NULL, '2025-02-21', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (96, 5, 7, 'precision', NULL, 'day', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (97, 5, 7, 'date_text', NULL, '2025-02-15..21', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (98, 5, 7, 'countries', NULL, 'AFG:visitor; JPN:host', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (99, 5, 7, 'place_name', NULL, 'Tokyo', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (100, 5, 7, 'place_country', NULL, 'JPN', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (101, 5, 7, 'latitude', NULL, '35.6895', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (102, 5, 7, 'longitude', NULL, '139.6917', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (103, 5, 7, 'note', NULL, 'a ''quoted'' note; with ünïcode', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (104, 5, 7, 'review', NULL, 'unreviewed', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (105, 6, 1, 'title', 'Indonesian minister meets Taliban political office in Doha', 'Another title', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (106, 7, 1, 'tags', NULL, 'envoys', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (107, 8, 3, 'merged_into', NULL, '8b17e4f0', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (108, 9, 4, 'deleted', NULL, 'yes', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (109, 10, 4, 'deleted', 'yes', NULL, 108);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (110, 11, 5, 'review', 'unreviewed', 'rejected', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (111, 13, 8, 'type', NULL, 'call', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (112, 13, 8, 'status', NULL, 'occurred', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (113, 13, 8, 'start', NULL, '2024-05-01', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (114, 13, 8, 'end', NULL, '2024-05-01', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (115, 13, 8, 'precision', NULL, 'day', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (116, 13, 8, 'date_text', NULL, '2024-05-01', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (117, 13, 8, 'title', NULL, 'call 2024-05-01 AFG IRN Ada_1/AFG', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (118, 13, 8, 'countries', NULL, 'AFG; IRN', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (119, 13, 8, 'people', NULL, 'Ada 1::AFG', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (120, 13, 8, 'confidence', NULL, '0.8', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (121, 13, 8, 'tags', NULL, 'a', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (122, 13, 8, 'review', NULL, 'unreviewed', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (123, 14, 9, 'type', NULL, 'call', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (124, 14, 9, 'status', NULL, 'occurred', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (125, 14, 9, 'start', NULL, '2024-05-02', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (126, 14, 9, 'end', NULL, '2024-05-02', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (127, 14, 9, 'precision', NULL, 'day', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (128, 14, 9, 'date_text', NULL, '2024-05-02', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (129, 14, 9, 'title', NULL, 'call 2024-05-02 AFG IRN Ada_2/AFG', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (130, 14, 9, 'countries', NULL, 'AFG; IRN', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (131, 14, 9, 'people', NULL, 'Ada 2::AFG', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (132, 14, 9, 'confidence', NULL, '0.8', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (133, 14, 9, 'tags', NULL, 'a', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (134, 14, 9, 'review', NULL, 'unreviewed', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (135, 15, 10, 'type', NULL, 'call', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (136, 15, 10, 'status', NULL, 'occurred', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (137, 15, 10, 'start', NULL, '2024-05-03', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (138, 15, 10, 'end', NULL, '2024-05-03', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (139, 15, 10, 'precision', NULL, 'day', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (140, 15, 10, 'date_text', NULL, '2024-05-03', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (141, 15, 10, 'title', NULL, 'call 2024-05-03 AFG IRN Ada_3/AFG', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (142, 15, 10, 'countries', NULL, 'AFG; IRN', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (143, 15, 10, 'people', NULL, 'Ada 3::AFG', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (144, 15, 10, 'confidence', NULL, '0.8', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (145, 15, 10, 'tags', NULL, 'a', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (146, 15, 10, 'review', NULL, 'unreviewed', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (147, 16, 8, 'note', NULL, 'it''s; new', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (148, 16, 8, 'sources', NULL, 'a letter', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (149, 17, 9, 'deleted', NULL, 'yes', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (150, 18, 10, 'merged_into', NULL, 'nj2j', NULL);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (151, 19, 10, 'merged_into', 'nj2j', NULL, 150);
INSERT INTO change (id, operation_id, event_key, field, old_value, new_value, undoes) VALUES (152, 20, 10, 'merged_into', NULL, 'nj2j', 151);
INSERT INTO citation (event_key, ordinal, name, url, publisher, title, quote) VALUES (8, 0, 'a letter', '', '', '', '');
INSERT INTO document (id, digest, name, title, publisher, url, published_start, published_end, published_precision, published_text, published_basis, language, text, boilerplate, extractor, added_by, replaces) VALUES (1, 'dfd4af735d8130c57ec2102a1f9e7d3e581c3f8e5f1d489656f0d56956998e84', 'again.md', 'Talks in Qatar', 'Tokyo Post', '', '2024-03-14', '2024-03-14', 'day', '2024-03-14', 'metadata', 'en', 'Foreign Minister Yoko Kamikawa of Japan met Prime Minister Sheikh Mohammed bin Abdulrahman Al Thani of Qatar in Doha on 12 March 2024.
', '[]', '1', 2, NULL);
INSERT INTO document (id, digest, name, title, publisher, url, published_start, published_end, published_precision, published_text, published_basis, language, text, boilerplate, extractor, added_by, replaces) VALUES (2, 'e6d658cfe2650ae1bcc4c6267929b95e75204cebb32ba548d8f3569d92a4ae32', 'doha.md', 'Kamikawa in Doha', 'Gulf Wire', 'https://example.org/doha', '2024-03-13', '2024-03-13', 'day', '2024-03-13', 'metadata', 'en', 'Japan''s foreign minister Yoko Kamikawa met Qatar''s prime minister Sheikh Mohammed bin Abdulrahman Al Thani in Doha on 12 March 2024.
', '[]', '1', 3, NULL);
INSERT INTO document (id, digest, name, title, publisher, url, published_start, published_end, published_precision, published_text, published_basis, language, text, boilerplate, extractor, added_by, replaces) VALUES (3, 'ed7b6dbf73272b61e60f9f4786b1f7530d0a234e5c7cc2e90ee30c1628a9edee', 'tokyo.md', 'A guest from Seoul', 'O''Brien & Sons: \"News\"', '', '2024-04-05', '2024-04-05', 'day', '2024-04-05', 'metadata', 'en', 'South Korea''s foreign minister Cho Tae-yul visited Tokyo on 3 April 2024. Japan and South Korea signed an agreement in Tokyo on 4 April 2024.
', '[]', '1', 4, NULL);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (1, 1, 1, 0, 0, '2021-08-26', FALSE, 'Afghanistan', 'participant', 'AFG', NULL, NULL, NULL, TRUE);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (2, 1, 2, 1, 0, '2021-08-26', FALSE, 'Indonesia', 'participant', 'IDN', NULL, NULL, NULL, TRUE);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (3, 1, 3, 2, 0, '2021-08-26', FALSE, 'Retno Marsudi', NULL, NULL, NULL, NULL, NULL, TRUE);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (4, 1, 4, 3, 0, '2021-08-26', FALSE, 'Sher Mohammad Abbas Stanikzai', NULL, NULL, NULL, NULL, NULL, TRUE);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (5, 2, 1, 0, 0, '2022-01-23', FALSE, 'Afghanistan', 'participant', 'AFG', NULL, NULL, NULL, TRUE);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (6, 2, 5, 1, 0, '2022-01-23', FALSE, 'Norway', 'host', 'NOR', NULL, NULL, NULL, TRUE);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (7, 2, 6, 2, 0, '2022-01-23', FALSE, 'Amir Khan Muttaqi', NULL, NULL, NULL, NULL, NULL, TRUE);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (8, 3, 7, 0, 0, '2023-03-16', FALSE, 'Japan', 'host', 'JPN', NULL, NULL, NULL, FALSE);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (9, 3, 8, 1, 0, '2023-03-16', FALSE, 'South Korea', 'visitor', 'KOR', NULL, NULL, NULL, FALSE);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (10, 3, 9, 2, 0, '2023-03-16', FALSE, 'Yoon Suk Yeol', NULL, NULL, NULL, NULL, NULL, FALSE);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (11, 4, 7, 0, 0, '2024-03-12', FALSE, 'Japan', 'participant', 'JPN', NULL, NULL, NULL, TRUE);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (12, 4, 10, 1, 0, '2024-03-12', FALSE, 'Qatar', 'participant', 'QAT', NULL, NULL, NULL, TRUE);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (13, 4, 11, 2, 0, '2024-03-12', FALSE, 'Yoko Kamikawa', 'participant', 'JPN', NULL, 'foreign minister', NULL, TRUE);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (14, 4, 12, 3, 0, '2024-03-12', FALSE, 'Mohammed bin Abdulrahman Al Thani', 'participant', 'QAT', NULL, 'Sheikh', NULL, TRUE);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (15, 5, 8, 0, 0, '2024-04-03', FALSE, 'South Korea', 'visitor', 'KOR', NULL, NULL, NULL, FALSE);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (16, 5, 7, 1, 0, '2024-04-03', FALSE, 'Japan', 'host', 'JPN', NULL, NULL, NULL, FALSE);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (17, 5, 11, 2, 0, '2024-04-03', FALSE, 'Cho Tae-yul', 'visitor', 'KOR', NULL, 'foreign minister', 13, FALSE);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (18, 6, 7, 0, 0, '2024-04-04', FALSE, 'Japan', 'party', 'JPN', NULL, NULL, NULL, TRUE);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (19, 6, 8, 1, 0, '2024-04-04', FALSE, 'South Korea', 'party', 'KOR', NULL, NULL, NULL, TRUE);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (20, 7, 1, 0, 0, '2025-02-15', FALSE, 'Afghanistan', 'visitor', 'AFG', NULL, NULL, NULL, TRUE);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (21, 7, 7, 1, 0, '2025-02-15', FALSE, 'Japan', 'host', 'JPN', NULL, NULL, NULL, TRUE);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (22, 8, 1, 0, 0, '2024-05-01', FALSE, 'Afghanistan', NULL, 'AFG', NULL, NULL, NULL, TRUE);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (23, 8, 14, 1, 0, '2024-05-01', FALSE, 'Iran', NULL, 'IRN', NULL, NULL, NULL, TRUE);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (24, 8, 15, 2, 0, '2024-05-01', FALSE, 'Ada 1', NULL, 'AFG', NULL, NULL, NULL, TRUE);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (25, 9, 1, 0, 0, '2024-05-02', FALSE, 'Afghanistan', NULL, 'AFG', NULL, NULL, NULL, FALSE);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (26, 9, 14, 1, 0, '2024-05-02', FALSE, 'Iran', NULL, 'IRN', NULL, NULL, NULL, FALSE);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (27, 9, 16, 2, 0, '2024-05-02', FALSE, 'Ada 2', NULL, 'AFG', NULL, NULL, NULL, FALSE);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (28, 10, 1, 0, 0, '2024-05-03', FALSE, 'Afghanistan', NULL, 'AFG', NULL, NULL, NULL, FALSE);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (29, 10, 14, 1, 0, '2024-05-03', FALSE, 'Iran', NULL, 'IRN', NULL, NULL, NULL, FALSE);
INSERT INTO participation (id, event_key, party_id, ordinal, repeat, day, loose, name, role, country, organisation, office, named_id, counted) VALUES (30, 10, 17, 2, 0, '2024-05-03', FALSE, 'Ada 3', NULL, 'AFG', NULL, NULL, NULL, FALSE);
INSERT INTO tag (event_key, name) VALUES (2, 'oslo');
INSERT INTO tag (event_key, name) VALUES (1, 'envoys');
INSERT INTO tag (event_key, name) VALUES (8, 'a');
INSERT INTO tag (event_key, name) VALUES (9, 'a');
INSERT INTO tag (event_key, name) VALUES (10, 'a');
INSERT INTO mention (id, document_id, event_key, type, subtype, status, start_day, end_day, precision, date_text, date_basis, title, place_name, place_country, latitude, longitude, confidence, participants, evidence, trigger_text, reasons, extractor, live) VALUES (1, 1, 4, 'meeting', NULL, 'occurred', '2024-03-12', '2024-03-12', 'day', '12 March 2024', 'explicit', 'Yoko Kamikawa meets Mohammed bin Abdulrahman Al Thani in Doha', 'Doha', 'QAT', NULL, NULL, 0.94, '[{"kind": "person", "name": "Yoko Kamikawa", "role": "participant", "country": "JPN", "organisation": null, "office": "Foreign Minister"}, {"kind": "country", "name": "Japan", "role": "participant", "country": "JPN", "organisation": null, "office": null}, {"kind": "person", "name": "Mohammed bin Abdulrahman Al Thani", "role": "participant", "country": "QAT", "organisation": null, "office": "Sheikh"}, {"kind": "country", "name": "Qatar", "role": "participant", "country": "QAT", "organisation": null, "office": null}]', '[{"text": "Foreign Minister Yoko Kamikawa of Japan met Prime Minister Sheikh Mohammed bin Abdulrahman Al Thani of Qatar in Doha on 12 March 2024.", "start": 0, "end": 134, "field": "text"}]', 'met', '["+ people named on both sides", "+ both sides named in one sentence", "+ dated to the day"]', '1', TRUE);
INSERT INTO mention (id, document_id, event_key, type, subtype, status, start_day, end_day, precision, date_text, date_basis, title, place_name, place_country, latitude, longitude, confidence, participants, evidence, trigger_text, reasons, extractor, live) VALUES (2, 2, 4, 'meeting', NULL, 'occurred', '2024-03-12', '2024-03-12', 'day', '12 March 2024', 'explicit', 'Yoko Kamikawa meets Mohammed bin Abdulrahman Al Thani in Doha', 'Doha', 'QAT', NULL, NULL, 0.94, '[{"kind": "person", "name": "Yoko Kamikawa", "role": "participant", "country": "JPN", "organisation": null, "office": "foreign minister"}, {"kind": "country", "name": "Japan", "role": "participant", "country": "JPN", "organisation": null, "office": null}, {"kind": "country", "name": "Qatar", "role": "participant", "country": "QAT", "organisation": null, "office": null}, {"kind": "person", "name": "Mohammed bin Abdulrahman Al Thani", "role": "participant", "country": "QAT", "organisation": null, "office": "Sheikh"}]', '[{"text": "Japan''s foreign minister Yoko Kamikawa met Qatar''s prime minister Sheikh Mohammed bin Abdulrahman Al Thani in Doha on 12 March 2024.", "start": 0, "end": 132, "field": "text"}]', 'met', '["+ people named on both sides", "+ both sides named in one sentence", "+ dated to the day"]', '1', TRUE);
INSERT INTO mention (id, document_id, event_key, type, subtype, status, start_day, end_day, precision, date_text, date_basis, title, place_name, place_country, latitude, longitude, confidence, participants, evidence, trigger_text, reasons, extractor, live) VALUES (3, 3, 5, 'visit', NULL, 'occurred', '2024-04-03', '2024-04-03', 'day', '3 April 2024', 'explicit', 'Cho Tae-yul visits Japan in Tokyo', 'Tokyo', 'JPN', NULL, NULL, 0.94, '[{"kind": "person", "name": "Cho Tae-yul", "role": "visitor", "country": "KOR", "organisation": null, "office": "foreign minister"}, {"kind": "country", "name": "South Korea", "role": "visitor", "country": "KOR", "organisation": null, "office": null}, {"kind": "country", "name": "Japan", "role": "host", "country": "JPN", "organisation": null, "office": null}]', '[{"text": "South Korea''s foreign minister Cho Tae-yul visited Tokyo on 3 April 2024.", "start": 0, "end": 73, "field": "text"}]', 'visited', '["+ both sides named in one sentence", "+ dated to the day", "- a party named only in passing"]', '1', TRUE);
INSERT INTO mention (id, document_id, event_key, type, subtype, status, start_day, end_day, precision, date_text, date_basis, title, place_name, place_country, latitude, longitude, confidence, participants, evidence, trigger_text, reasons, extractor, live) VALUES (4, 3, 6, 'agreement', 'signed', 'occurred', '2024-04-04', '2024-04-04', 'day', '4 April 2024', 'explicit', 'Japan and South Korea sign an agreement in Tokyo', 'Tokyo', 'JPN', NULL, NULL, 0.91, '[{"kind": "country", "name": "Japan", "role": "party", "country": "JPN", "organisation": null, "office": null}, {"kind": "country", "name": "South Korea", "role": "party", "country": "KOR", "organisation": null, "office": null}]', '[{"text": "Japan and South Korea signed an agreement in Tokyo on 4 April 2024.", "start": 74, "end": 141, "field": "text"}]', 'signed', '["+ both sides named in one sentence", "+ dated to the day", "+ a city named"]', '1', TRUE);
INSERT INTO judgement (id, mention_id, event_key, other_event_key, verdict, score, reasons, operation_id, withdrawn_by) VALUES (1, 1, 4, NULL, 'same', 1.0, '["nothing like it is on record"]', 2, NULL);
INSERT INTO judgement (id, mention_id, event_key, other_event_key, verdict, score, reasons, operation_id, withdrawn_by) VALUES (2, 2, 4, NULL, 'same', 9.97527376843365343184e-01, '["type: both meeting (+1.0)", "parties: both JPN, QAT (+2.0)", "people: Yoko Kamikawa (+1.5)", "people: Mohammed bin Abdulrahman Al Thani (+1.5)", "dates: agree to the day (+3.0)", "place: Doha and Doha (+1.0)", "before any of it (-4.0)"]', 3, NULL);
INSERT INTO judgement (id, mention_id, event_key, other_event_key, verdict, score, reasons, operation_id, withdrawn_by) VALUES (3, 3, 5, NULL, 'same', 1.0, '["nothing like it is on record"]', 4, NULL);
INSERT INTO judgement (id, mention_id, event_key, other_event_key, verdict, score, reasons, operation_id, withdrawn_by) VALUES (4, 4, 6, NULL, 'same', 1.0, '["nothing like it is on record"]', 4, NULL);
INSERT INTO judgement (id, mention_id, event_key, other_event_key, verdict, score, reasons, operation_id, withdrawn_by) VALUES (5, NULL, 3, 2, 'same', NULL, '[]', 8, NULL);
INSERT INTO judgement (id, mention_id, event_key, other_event_key, verdict, score, reasons, operation_id, withdrawn_by) VALUES (6, NULL, 10, 8, 'same', NULL, '[]', 18, 19);
INSERT INTO judgement (id, mention_id, event_key, other_event_key, verdict, score, reasons, operation_id, withdrawn_by) VALUES (7, NULL, 10, 8, 'same', NULL, '[]', 20, NULL);
INSERT INTO event_search (rowid, words) VALUES (1, 'another title');
INSERT INTO event_search (rowid, words) VALUES (2, 'oslo talks between taliban and western envoys western special envoys were met one by one and together');
INSERT INTO event_search (rowid, words) VALUES (3, 'yoon visits tokyo');
INSERT INTO event_search (rowid, words) VALUES (4, 'yoko kamikawa meets mohammed bin abdulrahman al thani in doha japans foreign minister yoko kamikawa met qatars prime minister sheikh mohammed bin abdulrahman al thani in doha on 12 march 2024 foreign minister yoko kamikawa of japan met prime minister sheikh mohammed bin abdulrahman al thani of qatar in doha on 12 march 2024');
INSERT INTO event_search (rowid, words) VALUES (5, 'cho tae yul visits japan in tokyo south koreas foreign minister cho tae yul visited tokyo on 3 april 2024');
INSERT INTO event_search (rowid, words) VALUES (6, 'japan and south korea sign an agreement in tokyo japan and south korea signed an agreement in tokyo on 4 april 2024');
INSERT INTO event_search (rowid, words) VALUES (7, 'a quoted note with unicode');
INSERT INTO event_search (rowid, words) VALUES (8, 'call 2024 05 01 afg irn ada 1 afg its new');
INSERT INTO event_search (rowid, words) VALUES (9, 'call 2024 05 02 afg irn ada 2 afg');
INSERT INTO event_search (rowid, words) VALUES (10, 'call 2024 05 03 afg irn ada 3 afg');
INSERT INTO naming (id, party_id, other_id, verdict, operation_id, withdrawn_by) VALUES (1, 13, 11, 'same', 12, NULL);
