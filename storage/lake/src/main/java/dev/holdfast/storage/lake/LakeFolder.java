package dev.holdfast.storage.lake;

import dev.holdfast.storage.api.LakeTable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a lake while this process has them for itself. What is written under {@link #drafts}
 * and then named stays as it is: a name comes after the content is on disk, and so does whatever
 * names the name.
 */
final class LakeFolder implements AutoCloseable {
  /** What belongs to the lake itself and to no table. */
  static final String OWN = "_holdfast";

  private static final Pattern PART =
      Pattern.compile(
          "client=[a-z0-9-]{1,32}/day=\\d{4}-\\d\\d-\\d\\d/part-\\d+-\\d+(-\\d+)?\\.parquet");

  private final Path root;
  private final FileChannel lock;

  private LakeFolder(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Claims a folder, which is made where there is none.
   *
   * @throws IllegalArgumentException with the mend, when it is no folder for a lake
   */
  static LakeFolder claim(Path root) throws IOException {
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw new IllegalArgumentException(
          root + " is not a folder. Name one that is empty or not there yet.");
    }
    refuseForeign(root);
    Files.createDirectories(root.resolve(OWN));
    FileChannel channel =
        FileChannel.open(
            root.resolve(OWN).resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock held = tryLock(channel);
    if (held == null) {
      channel.close();
      throw new IllegalArgumentException(
          "Another export already writes to "
              + root
              + ". Wait for it, or stop it, or name another folder.");
    }
    return new LakeFolder(root, channel);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException thisProcess) {
      return null;
    }
  }

  /** A folder with anything in it but no lake is somebody else's. */
  private static void refuseForeign(Path root) throws IOException {
    if (!Files.exists(root) || Files.exists(root.resolve(OWN))) {
      return;
    }
    try (Stream<Path> inside = Files.list(root)) {
      Path first = inside.findFirst().orElse(null);
      if (first != null) {
        throw new IllegalArgumentException(
            root
                + " holds other files ("
                + first.getFileName()
                + ") and no lake. Name a folder that is empty or not there yet.");
      }
    }
  }

  Path root() {
    return root;
  }

  /** Where files are written before they have a name; on the same disk. */
  Path drafts() {
    return root.resolve(OWN).resolve("drafts");
  }

  /** The state; null when there is none yet. */
  @Nullable LakeState state() throws IOException {
    try {
      return LakeState.read(Files.readAllBytes(stateFile()));
    } catch (NoSuchFileException none) {
      return null;
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(
          stateFile()
              + " cannot be read: "
              + malformed.getMessage()
              + ". Restore it from a backup, or export into a new folder.",
          malformed);
    }
  }

  private Path stateFile() {
    return root.resolve(OWN).resolve("state.json");
  }

  /** Replaces the state, at once. */
  void keep(LakeState state) throws IOException {
    replace(stateFile(), state.write());
  }

  /** Replaces a file's content at once: afterwards it is the old one or the new one. */
  void replace(Path file, byte[] content) throws IOException {
    Files.createDirectories(drafts());
    Path draft = drafts().resolve(file.getFileName() + ".draft");
    Files.write(draft, content);
    sync(draft);
    Files.createDirectories(above(file));
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    sync(above(file));
  }

  /** Gives a written draft its name under the lake, which nothing has yet. */
  void name(Path draft, String path) throws IOException {
    Path file = root.resolve(path);
    sync(draft);
    for (Path made : missing(above(file))) {
      Files.createDirectory(made);
      sync(above(made));
    }
    if (Files.exists(file)) {
      throw new IOException(file + " is there already");
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Everything that is written lies in the lake, whose root has a folder above it or is absolute.
   */
  private static Path above(Path path) {
    return Objects.requireNonNull(path.getParent(), "a lake cannot be the root of the disk");
  }

  /** The folders to make, the outermost first. */
  private static List<Path> missing(Path folder) {
    return Stream.iterate(folder, each -> !Files.exists(each), LakeFolder::above)
        .toList()
        .reversed();
  }

  /** Puts the names of files on disk. */
  void syncFolders(List<String> paths) throws IOException {
    Set<Path> folders = new HashSet<>();
    paths.forEach(path -> folders.add(above(root.resolve(path))));
    for (Path folder : folders) {
      sync(folder);
    }
  }

  /** Bytes of a file. */
  long size(String path) throws IOException {
    return Files.size(root.resolve(path));
  }

  /**
   * Files without a state are not taken for leftovers: somebody may have lost the state.
   *
   * @throws IllegalArgumentException when there are any
   */
  void refuseFilesWithoutState() throws IOException {
    for (LakeTable table : LakeTable.values()) {
      if (Files.exists(root.resolve(table.label()))) {
        throw new IllegalArgumentException(
            stateFile()
                + " is missing, and nothing else says what belongs to the lake. Restore it from a"
                + " backup, or export into a new folder.");
      }
    }
  }

  void delete(String path) throws IOException {
    Files.deleteIfExists(root.resolve(path));
  }

  /**
   * Removes what no state names: drafts, and files that were named without it.
   *
   * @throws IllegalArgumentException when a file of the state is gone, or one is there that no
   *     export wrote
   */
  void tidy(LakeState state) throws IOException {
    deleteAll(drafts());
    Set<String> known = new HashSet<>(state.paths());
    Set<String> found = new HashSet<>();
    for (LakeTable table : LakeTable.values()) {
      for (String part : partsOf(table)) {
        String path = table.label() + "/" + part;
        found.add(path);
        if (!known.contains(path) && !state.retired().containsKey(path)) {
          delete(path);
        }
      }
    }
    for (String path : known) {
      if (!found.contains(path)) {
        throw new IllegalArgumentException(
            root.resolve(path)
                + " is missing. Restore it from a backup, or export into a new folder.");
      }
    }
  }

  private List<String> partsOf(LakeTable table) throws IOException {
    Path folder = root.resolve(table.label());
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      List<String> files =
          inside
              .filter(Files::isRegularFile)
              .map(file -> folder.relativize(file).toString().replace('\\', '/'))
              .toList();
      for (String file : files) {
        if (!PART.matcher(file).matches()) {
          throw new IllegalArgumentException(
              folder.resolve(file)
                  + " was not written by an export. Move it out of the lake and try again.");
        }
      }
      return files;
    }
  }

  static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path left, @Nullable IOException failed)
              throws IOException {
            Files.delete(left);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Returns when a file's content, or a folder's names, are on disk. */
  private static void sync(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
