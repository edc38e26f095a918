package dev.holdfast.application.bulk;

import java.util.List;

/** What a kind of file is called and which columns it has, in any order. */
public interface CsvForm {
  /** The name for people. */
  String label();

  /** All columns, as an export of the same kind has them. */
  List<CsvColumn> columns();

  /** Their names. */
  default List<String> columnNames() {
    return columns().stream().map(CsvColumn::name).toList();
  }
}
