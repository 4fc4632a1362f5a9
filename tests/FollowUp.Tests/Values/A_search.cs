using FollowUp.Values;

namespace FollowUp.Tests.Values;

/// <summary>Whoever looks for something need not know how it was typed. Tests <see cref="SearchText"/>.</summary>
public sealed class A_search
{
    [Theory]
    [InlineData("Отчёт о ПРИЁМКЕ", "отчет приемке")]
    [InlineData("Ｐｒｏｔｏｃｏｌ　No. 1", "protocol no.")]
    [InlineData("修订第1号议定书", "议定书")]
    [InlineData("Cafe\u0301", "CAFÉ")]
    public void finds_whatever_case_width_and_form_it_has(string text, string search) =>
        SearchText.WordsOf(search).Should().NotBeEmpty().And
            .OnlyContain(word => SearchText.Of(new[] { text, null }).Contains(word, StringComparison.Ordinal));

    [Fact]
    public void is_for_each_word_by_itself() => SearchText.WordsOf("  moscow   visit Moscow ").Should().Equal("moscow", "visit");

    [Fact]
    public void of_blanks_is_for_nothing() => SearchText.WordsOf(" \u3000 ").Should().BeEmpty();
}
