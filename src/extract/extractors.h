// The formats that are read. One file each; a row in formats.cc makes it known.
#pragma once

#include "dossier/extract/extractor.h"

namespace dossier {

const Extractor& archive_extractor();           // archive.cc
const Extractor& csv_extractor();               // csv.cc
const Extractor& doc_extractor();               // doc.cc
const Extractor& docx_extractor();              // docx.cc
const Extractor& epub_extractor();              // epub.cc
const Extractor& flat_odf_extractor();          // odf.cc
const Extractor& html_extractor();              // html.cc
const Extractor& image_extractor();             // image.cc
const Extractor& json_extractor();              // json.cc
const Extractor& jsonl_extractor();             // jsonl.cc
const Extractor& mail_extractor();              // mail.cc
const Extractor& mailbox_extractor();           // mail.cc
const Extractor& markdown_extractor();          // markdown.cc
const Extractor& odp_extractor();               // odf.cc
const Extractor& ods_extractor();               // odf.cc
const Extractor& odt_extractor();               // odf.cc
const Extractor& pdf_extractor();               // pdf.cc
const Extractor& plain_text_extractor();        // plain_text.cc
const Extractor& ppt_extractor();               // ppt.cc
const Extractor& pptx_extractor();              // pptx.cc
const Extractor& protected_office_extractor();  // doc.cc
const Extractor& rtf_extractor();               // rtf.cc
const Extractor& warc_extractor();              // warc.cc
const Extractor& xls_extractor();               // xls.cc
const Extractor& xlsx_extractor();              // xlsx.cc
const Extractor& xml_extractor();               // xml.cc
const Extractor& zip_extractor();               // archive.cc

}  // namespace dossier
