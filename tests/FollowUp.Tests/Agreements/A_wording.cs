using FollowUp.Agreements;

namespace FollowUp.Tests.Agreements;

/// <summary>
/// All languages of an agreement are equally authentic; a reader gets their own, or whichever there is. Tests <see cref="Wording"/>.
/// </summary>
public sealed class A_wording
{
    [Theory]
    [InlineData("en", "minutes")]
    [InlineData("zh", "纪要")]
    [InlineData("ru", "протокол")]
    [InlineData("kk", "minutes")]
    public void is_read_in_the_language_of_its_reader(string language, string text) =>
        new Wording { En = "minutes", Zh = "纪要", Ru = "протокол" }.TextIn(language).Should().Be(text);

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public void is_read_in_the_first_language_there_is_where_its_readers_is_not(string language)
    {
        new Wording { En = "minutes", Zh = "纪要" }.TextIn("ru").Should().Be("minutes");
        new Wording { Zh = "纪要" }.TextIn(language).Should().Be("纪要");
        new Wording { Ru = "протокол" }.TextIn(language).Should().Be("протокол");
        new Wording { Zh = "纪要", Ru = "протокол" }.TextIn("en").Should().Be("纪要");
        new Wording().TextIn(language).Should().BeEmpty();
    }

    [Fact]
    public void is_empty_only_in_all_of_them()
    {
        new Wording().IsEmpty.Should().BeTrue();
        new Wording { En = "" }.IsEmpty.Should().BeFalse();
        new Wording { Zh = "纪要" }.IsEmpty.Should().BeFalse();
        new Wording { Ru = "протокол" }.IsEmpty.Should().BeFalse();
    }
}
