using System.Globalization;
using FollowUp.Items;
using FollowUp.Operations.Lists;
using NodaTime;

namespace FollowUp.Http.Responses;

/// <summary>
/// How the items kept their dates that are due from the one day to the other: all that the caller sees and the options find.
/// </summary>
/// <param name="Owners">Units, by id.</param>
/// <param name="Months">Those in which anything is due, the first one first.</param>
public sealed record FiguresResponse(
    Instant Now, LocalDate From, LocalDate To, Figures Total, IEnumerable<OwnerFigures> Owners, IEnumerable<MonthFigures> Months)
{
    public static FiguresResponse Of(DateFigures figures, LocalDate from, LocalDate to, Instant now) => new(
        now, from, to, figures.Total,
        figures.Owners.Select(one => new OwnerFigures(one.Owner, one.Figures)),
        figures.Months.Select(one => new MonthFigures(one.Month.ToString("uuuu-MM", CultureInfo.InvariantCulture), one.Figures)));
}

/// <summary>Those of one unit.</summary>
public sealed record OwnerFigures(string Owner, Figures Figures);

/// <summary>Those of one month: <c>2020-05</c>.</summary>
public sealed record MonthFigures(string Month, Figures Figures);
