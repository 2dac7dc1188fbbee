-- Lines and fields of a passage with their places, as JSON: a citation's boxes are those of what it quotes.
alter table passage drop column boxes;
alter table passage add column number integer not null default 0;   -- 1-based, within the file
alter table passage add column places text not null default '{}';

-- Running headers and footers: left out of a page's text, but they name the document.
alter table page add column furniture text not null default '';

-- An answer stands behind its question, however many are asked at once.
alter table message add column turn bigint;
