# Finds what the archive of the library needs, as rawabit itself does.
include(CMakeFindDependencyMacro)
find_dependency(Threads)
find_dependency(ICU COMPONENTS uc i18n data)
find_dependency(SQLite3)
find_dependency(fmt)
find_dependency(PkgConfig)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(GVC REQUIRED IMPORTED_TARGET libgvc)
include(${CMAKE_CURRENT_LIST_DIR}/rawabit-targets.cmake)
# Where gazetteers/, rules/ and schema.sql are.
get_filename_component(rawabit_DATA_DIR ${CMAKE_CURRENT_LIST_DIR}/../../../share/rawabit ABSOLUTE)
