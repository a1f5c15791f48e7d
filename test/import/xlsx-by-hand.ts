import { crc32 } from "node:zlib";

/** A ZIP of files that are not packed (PKWARE APPNOTE 4.3). */
function zipOf(files: Readonly<Record<string, string>>): Buffer {
	const [local, central]: [Buffer[], Buffer[]] = [[], []];
	let offset = 0;
	for (const [name, text] of Object.entries(files)) {
		const [path, data] = [Buffer.from(name), Buffer.from(text)];
		const common = Buffer.alloc(26);
		common.writeUInt16LE(20, 0);
		common.writeUInt32LE(crc32(data), 10);
		common.writeUInt32LE(data.length, 14);
		common.writeUInt32LE(data.length, 18);
		common.writeUInt16LE(path.length, 22);
		const part = Buffer.concat([Buffer.from("PK\u0003\u0004"), common, path, data]);
		const entry = Buffer.alloc(14);
		entry.writeUInt32LE(offset, 10);
		central.push(Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), common, entry, path]));
		local.push(part);
		offset += part.length;
	}
	const directory = Buffer.concat(central);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(central.length, 4);
	end.writeUInt16LE(central.length, 6);
	end.writeUInt32LE(directory.length, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...local, directory, Buffer.from("PK\u0005\u0006"), end]);
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relations = (...lines: readonly string[]) =>
	`<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join("")}</Relationships>`;

/** A cell with a text, as ECMA-376 has it. */
export const textCell = (name: string, text: string): string =>
	`<c r="${name}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** An XLSX workbook of one sheet, from the XML of its rows (ECMA-376, part 1, 18.3.1). */
export const workbookOf = (sheet: string, rows: readonly string[]): Buffer =>
	zipOf({
		"[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
		"_rels/.rels": relations(`<Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`),
		"xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${sheet}" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": relations(
			`<Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>`,
		),
		"xl/worksheets/sheet1.xml": `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${rows.map((row, index) => `<row r="${index + 1}">${row}</row>`).join("")}</sheetData></worksheet>`,
	});
