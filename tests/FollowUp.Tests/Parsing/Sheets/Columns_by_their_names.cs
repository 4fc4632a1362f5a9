using System.Text;
using FollowUp.Parsing;
using FollowUp.Parsing.Sheets;
using FollowUp.Phrases;

namespace FollowUp.Tests.Parsing.Sheets;

/// <summary>
/// Columns are known by the names that offices of three languages give them, or by what their sender says. Tests <see cref="SheetColumn"/>,
/// <see cref="SheetColumns"/>, <see cref="SheetTable"/>, <see cref="SheetOptions"/>, <see cref="SheetRow"/>, <see cref="SheetCell"/> and
/// <see cref="SheetLimits"/>.
/// </summary>
public sealed class Columns_by_their_names
{
    [Theory]
    [InlineData("Number,Title,Owner,Issuer,Due date,Kind", "number title.en owner issuer dueOn kind")]
    [InlineData("编号,事项,责任单位,交办人,完成时限,类型", "number title.zh owner issuer dueOn kind")]
    [InlineData("№,Содержание поручения,Ответственный исполнитель,Автор поручения,Срок исполнения,Вид",
        "number title.ru owner issuer dueOn kind")]
    [InlineData("  TITLE *,owner:,ＤＵＥ", "title.en owner dueOn")]
    [InlineData("Title,事项,Поручение,Owner", "title.en title.zh title.ru owner")]
    public void are_found(string header, string fields) =>
        string.Join(' ', Table(header).Columns.OrderBy(one => one.Value).Select(one => one.Key))
        .Should().Be(fields);

    [Fact]
    public void are_told_apart_by_no_two_fields() =>
        SheetColumns.Read.SelectMany(column => column.Others.Append(column.En).Append(column.Zh).Append(column.Ru).Append(column.Field)
            .Select(name => (Key: SheetColumn.Key(name), column.Field))).Distinct().GroupBy(one => one.Key)
            .Where(same => same.Count() > 1).Should().BeEmpty();

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ru")]
    public void are_found_again_under_the_names_that_they_go_out_with(string language) => SheetColumns.Read.Should().AllSatisfy(
        column => SheetColumns.Called(column.NameIn(language)).Should().BeSameAs(column));

    [Fact]
    public void that_nobody_knows_are_passed_over_by_name() =>
        Table("No,Title,Floor,Owner,").PassedOver.Should().Equal("Floor");

    [Fact]
    public void are_what_their_sender_says()
    {
        SheetTable table = Table("Aufgabe,Title,Zuständig", ("title.en", "aufgabe"), ("owner", "Zuständig"));
        table.Columns.Should().Equal(new Dictionary<string, int> { ["title.en"] = 0, ["owner"] = 2 });
        table.PassedOver.Should().Equal("Title");
        table.NameOf("owner").Should().Be("Zuständig");
        table.NameOf("title.ru").Should().Be("Aufgabe", "a title is a title in whatever language");
        table.NameOf("plan").Should().BeNull();
    }

    [Fact]
    public void stand_below_a_title_of_the_file()
    {
        SheetTable table = Of("Plan of work for 2020,,\n,,\nNo,Title,Owner\n1,a,law\n\n2,b,law\n");
        table.Rows.Select(row => row.Number).Should().Equal(4, 6);
        table.Cell(table.Rows[1], "title.en").Text.Should().Be("b");
        table.Cell(table.Rows[1], "kind").IsBlank.Should().BeTrue();
    }

    [Theory]
    [InlineData("Title,Due,Deadline", "column-twice", "/column.dueOn")]
    [InlineData("Aufgabe,Wer", "no-known-column", "")]
    public void that_are_unclear_are_asked_about(string header, string code, string pointer)
    {
        Fault fault = Refused(() => Table(header));
        (FaultPhrases.OfField(fault.Detail)!.Code, fault.Pointer).Should().Be((code, pointer));
    }

    [Fact]
    public void that_are_not_there_are_refused_with_those_that_are()
    {
        Phrase said = FaultPhrases.OfField(Refused(() => Table("Title,\"Who, \"\"then\"\"\"", ("owner", "Wer"))).Detail)!;
        said.Code.Should().Be("column-not-there");
        said.Args["column"].Should().Be("Wer");
        said.Args["columns"].Should().BeEquivalentTo(new[] { "Title", "Who, \"then\"" });
    }

    [Fact]
    public void have_a_limit()
    {
        Fault fault = Refused(() => Table(string.Join(',', Enumerable.Range(0, SheetLimits.Columns + 1).Select(n => $"c{n}")) + ",Title"));
        FaultPhrases.OfField(fault.Detail)!.Code.Should().Be("too-many-columns");
    }

    private static SheetTable Table(string header, params (string Field, string Name)[] said) => Of($"{header}\nx,y,z\n", said);

    private static SheetTable Of(string text, params (string Field, string Name)[] said)
    {
        SheetOptions options = SheetOptions.None with { Columns = said.ToDictionary(one => one.Field, one => one.Name) };
        return SheetTable.Of(SheetReader.Read(Encoding.UTF8.GetBytes(text), options), options);
    }

    private static Fault Refused(Action read) => read.Should().Throw<InvalidInputException>().Which.Faults[0];
}
