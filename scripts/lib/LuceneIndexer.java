// Usage: LuceneIndexer INDEX FOLDER
//
// Indexes the .txt files below FOLDER with Lucene as scripts/bench compares it: stemmed English words with positions,
// and the whole text stored. Files whose time of change is the one known are passed over.
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Version;

public class LuceneIndexer {
    public static void main(String[] arguments) throws IOException {
        Directory directory = FSDirectory.open(new File(arguments[0]));
        Map<String, Long> known = knownFiles(directory);
        List<Path> files;
        try (Stream<Path> walk = Files.walk(Paths.get(arguments[1]))) {
            files = walk.filter(file -> file.toString().endsWith(".txt")).sorted().collect(Collectors.toList());
        }
        IndexWriterConfig config = new IndexWriterConfig(Version.LATEST, new EnglishAnalyzer());
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (Path file : files) {
                long modified = Files.getLastModifiedTime(file).toMillis();
                if (!Long.valueOf(modified).equals(known.get(file.toString()))) add(writer, file, modified);
            }
        }
    }

    private static Map<String, Long> knownFiles(Directory directory) throws IOException {
        Map<String, Long> known = new HashMap<>();
        if (!DirectoryReader.indexExists(directory)) return known;
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            for (int i = 0; i < reader.maxDoc(); ++i) {
                Document document = reader.document(i, java.util.Set.of("path", "modified"));
                known.put(document.get("path"), document.getField("modified").numericValue().longValue());
            }
        }
        return known;
    }

    private static void add(IndexWriter writer, Path file, long modified) throws IOException {
        Document document = new Document();
        document.add(new StringField("path", file.toString(), Field.Store.YES));
        document.add(new StoredField("modified", modified));
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        document.add(new TextField("text", text, Field.Store.YES));
        writer.updateDocument(new Term("path", file.toString()), document);
    }
}
