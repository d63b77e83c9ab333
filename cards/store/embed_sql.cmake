# Writes HEADER: a constant in cards::store::sql for every file in SOURCES, named
# after it. Run by the build with cmake -P.
set(text "// Made from cards/store/sql/*.sql by embed_sql.cmake.\n#pragma once\n\nnamespace cards::store::sql {\n")
foreach(source IN LISTS SOURCES)
    get_filename_component(name ${source} NAME_WE)
    file(READ ${source} sql)
    string(APPEND text "\ninline constexpr const char* ${name} = R\"sql(${sql})sql\";\n")
endforeach()
string(APPEND text "\n}  // namespace cards::store::sql\n")
file(WRITE ${HEADER} "${text}")
