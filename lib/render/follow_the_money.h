// A graph as FollowTheMoney entities, one JSON object a line (https://followthemoney.tech).
//
//   write(to_follow_the_money(graph));
//
// People, bodies, countries, places, meetings and agreements are entities (Person, Organization,
// PublicBody, Address, Event, Document); titles, dates and topics are properties of those that have
// them. Edges are Employment, Membership or properties where FollowTheMoney has such, else an
// UnknownLink whose role is the predicate. Ids are those of the other formats: rawabit-n0, ...
// Values longer than FollowTheMoney takes are cut.
#pragma once

#include <string>

#include "render/subgraph.h"

namespace rawabit {

[[nodiscard]] std::string to_follow_the_money(const Subgraph& graph);

}  // namespace rawabit
