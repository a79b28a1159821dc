using System.Text;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Tests.Schema;

public class SchemaJsonTests
{
    private static readonly FeatureSchema Songs = new(
        [new("tempo", FeatureKind.Numeric, []), new("key", FeatureKind.Categorical, ["C", "D♭"], Nullable: true)], "hit");

    [Fact]
    public void A_schema_comes_back_with_the_same_bytes()
    {
        var json = SchemaJson.Write(Songs);

        var read = SchemaJson.Read(json);

        SchemaJson.Write(read).ShouldBe(json);
        read.Label.ShouldBe("hit");
        read.Features[1].Categories.ShouldBe(["C", "D♭"]);
        read.Features[1].Nullable.ShouldBeTrue();
    }

    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("[1]", "malformed")]
    [InlineData("""{"formatVersion":2}""", "format version 2")]
    [InlineData("""{"formatVersion":1,"task":"dance"}""", "'dance'")]
    [InlineData("""{"formatVersion":1,"task":"binary-classification","label":"y","features":[{"name":"a","kind":"odd","nullable":false}]}""", "'odd'")]
    [InlineData("""{"formatVersion":1,"task":"binary-classification","label":"y","features":[]}""", "at least one feature")]
    [InlineData("""{"formatVersion":1,"task":"binary-classification","label":"y","features":[{"name":"key","kind":"categorical","categories":["C","D","C"],"nullable":false}]}""", "The category 'C' of the feature 'key' occurs twice")]
    [InlineData("""{"formatVersion":1} {}""", "followed by something else")]
    public void What_is_no_schema_is_refused_with_the_reason(string json, string reason)
    {
        var exception = Should.Throw<InvalidDataException>(() => SchemaJson.Read(Encoding.UTF8.GetBytes(json)));

        exception.Message.ShouldContain(reason);
    }

    [Fact]
    public void The_hash_of_a_data_set_sees_every_part_of_it()
    {
        static string Hash(double value, byte label, long row) => DataSetHash.Sha256(new DataSet(Songs, [1, 0, value, 1], [0, label], [0, row]));

        string[] hashes = [Hash(1, 1, 1), Hash(2, 1, 1), Hash(1, 0, 1), Hash(1, 1, 2), Hash(double.NaN, 1, 1)];

        hashes.Distinct().Count().ShouldBe(5);
        Hash(double.NaN, 1, 1).ShouldBe(Hash(BitConverter.Int64BitsToDouble(0x7FF8_0000_0000_0001), 1, 1));
    }

    [Fact]
    public void A_slice_hashes_like_a_copy_of_its_rows()
    {
        var data = new DataSet(Songs, [1, 0, 2, 1, 3, 0], [0, 1, 0], [10, 11, 12]);

        var copy = new DataSet(Songs, [2, 1, 3, 0], [1, 0], [11, 12]);

        DataSetHash.Sha256(data.Slice(1, 3)).ShouldBe(DataSetHash.Sha256(copy));
    }
}
