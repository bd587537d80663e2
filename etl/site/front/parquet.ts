// A file of its own, loaded by who downloads Parquet.

import { parquetWriteBuffer } from "hyparquet-writer";

window.parquet = (columnData) => parquetWriteBuffer({ columnData });
dispatchEvent(new Event("parquet-ready"));
