using FollowUp.Board.Tests.Rig;

namespace FollowUp.Board.Tests;

/// <summary>Law 8: a shift explains itself, and to each reader in their own language.</summary>
public sealed class The_reason_of_a_moved_day
{
    const string Explain =
        """
        async ([text, near]) => {
          const { shiftText } = await import('/board/shift-text.js');
          const ids = ['CN', 'RU'];
          const read = await Promise.all(ids.map(async id => [id, await (await fetch(`/api/calendars/${id}`)).json()]));
          return shiftText(text, near, new Map(read));
        }
        """;

    [Theory]
    [InlineData("moved from 8 Mar: Sunday (CN)", "由 3月8日 调整：星期日（CN）")]
    [InlineData("moved from 1 Oct: National Day (CN); Sun 27 Sep counts as a working day (CN)", "由 10月1日 调整：国庆节（CN）；9月27日周日算作工作日（CN）")]
    [InlineData("moved from 7 Jan: Orthodox Christmas Day (RU)", "由 1月7日 调整：东正教圣诞节（RU）")]
    [InlineData("moved from 7 Mar: Saturday (CN), Saturday (RU)", "由 3月7日 调整：星期六（CN）、星期六（RU）")]
    [InlineData("moved from 1 Feb: special: Spring Festival holiday extension (COVID-19) (CN)", "由 2月1日 调整：特别：春节假期延长（新冠疫情防控）（CN）")]
    public async Task is_said_in_Chinese(string text, string expected) => (await Said("zh-CN", text)).Should().Be(expected);

    [Theory]
    [InlineData("moved from 8 Oct: National Day, National Day holiday (CN), weekend (RU) and 2 more", "перенесено с 8 окт.: День образования КНР, Каникулы: День образования КНР (CN), выходные (RU) и ещё 2")]
    [InlineData("moved from 7 Mar: Saturday (CN, RU)", "перенесено с 7 мар.: суббота (CN, RU)")]
    [InlineData("counted over 31 Dec to 8 Jan: New Year's Day (CN); and over further holidays", "не считая 31 дек. – 8 янв.: Новый год (CN); и другие праздники")]
    [InlineData("counted over 1 to 7 Oct: National Day (CN)", "не считая 1 окт. – 7 окт.: День образования КНР (CN)")]
    [InlineData("CN is not announced beyond 31 Dec 2026: counted by the weekend alone", "CN известен только по 31 дек. 2026 г.: дальше учтены лишь выходные")]
    public async Task is_said_in_Russian(string text, string expected) => (await Said("ru-RU", text)).Should().Be(expected);

    [Theory]
    [InlineData("moved from 1 Oct: National Day (CN); Sun 27 Sep counts as a working day (CN)")]
    [InlineData("moved from 7 Jan: A day that no calendar knows (RU)")]
    [InlineData("moved from 7 Jan: Orthodox Christmas Day (XX)")]
    public async Task is_as_the_service_gave_it_in_English(string text) => (await Said("en-US", text))!.Replace("Sept", "Sep", StringComparison.Ordinal).Should().Be(text);

    [Fact]
    public async Task is_left_alone_where_it_is_something_else() => (await Said("zh-CN", "It was said on the telephone; so it is.")).Should().BeNull();

    static async Task<string?> Said(string locale, string text)
    {
        string? said = null;
        await Window.On(await Moments.Empty, new Seat(Locale: locale), async window =>
            said = await (await window.Open()).Page.EvaluateAsync<string?>(Explain, new[] { text, "2020-06-30T01:00:00Z" }));
        return said;
    }
}
