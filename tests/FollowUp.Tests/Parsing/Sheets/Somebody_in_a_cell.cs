using FollowUp.Items;
using FollowUp.Parsing.Sheets;
using FollowUp.People;

namespace FollowUp.Tests.Parsing.Sheets;

/// <summary>
/// People are found as offices write them, and written so that they are found again. Tests <see cref="PersonNames"/> and
/// <see cref="KindNames"/>.
/// </summary>
public sealed class Somebody_in_a_cell
{
    private static readonly PersonNames Names = new(
    [
        Person("law", "Legal  Department", new() { En = "Legal Department", Zh = "法律处", Ru = "Правовой отдел" }),
        Person("law-2", "Legal Department", null),
        Person("protocol", "Protocol; Ceremonies", null),
        Person("ivan", "Семёнов Иван", null),
        Person("chief", "ivan", null),
    ]);

    [Theory]
    [InlineData("law", "law")]
    [InlineData("法律处", "law")]
    [InlineData("правовой   ОТДЕЛ", "law")]
    [InlineData("Семенов иван", "ivan")]
    [InlineData("IVAN@nia.example", "ivan")]
    [InlineData("ｌaw", "")]
    [InlineData("legal department", "law law-2")]
    [InlineData("ivan", "ivan")]
    [InlineData("nobody", "")]
    public void is_found(string text, string ids) => Names.Find(text).Should().Equal(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("law", "zh", "法律处")]
    [InlineData("law", "en", "law")]
    [InlineData("law-2", "zh", "law-2")]
    [InlineData("protocol", "en", "protocol")]
    [InlineData("chief", "en", "chief")]
    [InlineData("gone", "en", "gone")]
    public void is_written_by_name_where_that_finds_them_alone(string id, string language, string text)
    {
        Names.Write(id, language).Should().Be(text);
        if (id != "gone")
        {
            Names.Find(text).Should().Equal(id);
        }
    }

    [Fact]
    public void may_stand_among_others() =>
        PersonNames.Split("法律处、law; ivan\n protocol ").Should().Equal("法律处", "law", "ivan", "protocol");

    [Theory]
    [InlineData("Визит", "visit")]
    [InlineData("修订议定书", "protocol-revision")]
    [InlineData(" joint OPERATION ", "joint-operation")]
    [InlineData("port-cooperation", "port-cooperation")]
    [InlineData("party", "party")]
    public void is_no_kind_of_item_which_has_names_too(string text, string kind) => KindNames.Read(text).Should().Be(kind);

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    [InlineData("ru")]
    public void as_kinds_are_called_on_the_board(string language)
    {
        string words = File.ReadAllText(
            Path.Combine(Checkout.Folder, "functions", "FollowUp", "Board", "page", "words", language, "register.js"));
        AgreedItem.Kinds.Should().AllSatisfy(kind =>
        {
            words.Should().Contain($"'kind.{kind}': '{KindNames.Write(kind, language)}'");
            KindNames.Read(KindNames.Write(kind, language)).Should().Be(kind);
        });
    }

    private static Person Person(string id, string name, FollowUp.Agreements.Wording? names) =>
        Sample.Person(id) with { Name = name, Names = names };
}
