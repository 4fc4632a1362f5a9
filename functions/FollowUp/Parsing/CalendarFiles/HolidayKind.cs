namespace FollowUp.Parsing.CalendarFiles;

/// <summary>What an event says of itself, beside its name.</summary>
internal enum HolidayKind
{
    /// <summary>Nothing: it is a day off like any other.</summary>
    Unspecified,

    /// <summary>A day that is marked, and worked.</summary>
    Observance,

    /// <summary>An observance by what Google writes beside it, in any language.</summary>
    PossibleObservance,

    /// <summary>Some have it off: a region, those who choose it, or all for half of it.</summary>
    Partial,
}
