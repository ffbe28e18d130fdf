// Texts of our own, and the ways in which texts come back: reposted, excerpted, revised, or only sounding
// alike.
#pragma once

#include <string>
#include <vector>

namespace dossier::repeated {

struct Article {
  std::string name;
  std::string title;
  std::vector<std::string> paragraphs;
};

inline const std::vector<Article>& articles() {
  static const std::vector<Article> all = {
      {"customs",
       "Customs officers return to the northern posts",
       {"Customs officers took up their places at the two northern posts on Monday morning, five months "
        "after "
        "the barriers had been pulled down. Drivers who had queued since before dawn said that the first "
        "lorries were waved through in less than ten minutes.",
        "Under the arrangement that both delegations initialled in Vienna, 34 officers will work in three "
        "shifts, and a joint commission will look at complaints every second Thursday. Duties that are "
        "collected at the posts go into a fund for the four municipalities.",
        "The mayor of Leposavic, who had called the barriers a mistake from the first day, welcomed the "
        "opening but asked for a second lane. Traders in the market hall were less sure. Several of them "
        "told "
        "this reporter that prices of flour and oil would rise before they fell.",
        "The mission that watches over the arrangement will not carry weapons inside the terminals, its head "
        "said, and its report is due in October. Until then the old permits stay valid."}},
      {"fisheries",
       "Ministers settle quotas for the northern shelf",
       {"After a night of talks the fisheries ministers settled the quotas for the northern shelf at 212,000 "
        "tonnes, a fifth less than the fleets had landed in the year before. Scientists had advised a cut of "
        "a third.",
        "Herring is spared, while the share of cod falls for every fleet but the smallest. Boats of less "
        "than "
        "twelve metres keep what they had, a point on which the islands had insisted since the spring.",
        "Two governments abstained. Their statement, which was read into the record by Ingrid Solheim, says "
        "that the figures rest on surveys that nobody has been able to repeat, and that the observers on "
        "board should be paid by the Union rather than by the skippers.",
        "The quotas enter into force on 1 February. Inspectors may hold any vessel whose logbook shows a gap "
        "of more than six hours, and repeated offences cost the licence."}},
      {"water",
       "Report on the shared aquifer",
       {"The committee heard eleven witnesses on the state of the shared aquifer and visited the pumping "
        "stations on either side of the border. It found that the water table had sunk by four metres since "
        "the treaty was signed, most of it in the last three summers.",
        "Neither side measures what is drawn by farms. The committee recommends meters on every well deeper "
        "than thirty metres, read once a month and published by district, so that each government can see "
        "what its neighbour takes.",
        "It further recommends that the joint office in Marvila be given an engineer of its own, and that "
        "its "
        "budget, which has stood still since it was founded, follow the price of energy.",
        "One member, Professor Anselm Duarte, did not agree with the third recommendation and set out his "
        "reasons in an annex. He holds that an office with a larger budget would publish no more than it "
        "does "
        "today."}},
      {"ceasefire",
       "Observers see the ceasefire hold in the valley",
       {"The ceasefire in the Orlan valley held through its second week, the observers said in their note to "
        "the parties. They counted seven violations, all of them by small arms and none with casualties, "
        "against sixty in the week before the signature.",
        "Heavy guns have been moved behind the agreed line in five of the eight sectors. In the other three "
        "the roads are mined, and the parties have asked for dogs and for a month more.",
        "Families may cross at the bridge of Tesk on Tuesdays and Fridays. Some four hundred did so last "
        "week, most of them elderly people who went to see a doctor or to collect a pension.",
        "General Ruiz Almeida, who leads the observers, warned against reading too much into the quiet. The "
        "harvest is on, he said, and those who fight are needed in the fields."}},
      {"broadcasting",
       "A new law on public broadcasting is adopted",
       {"Parliament adopted the law on public broadcasting by 81 votes to 43, ending a dispute that had "
        "brought down one minister and emptied two boards. The licence fee stays, but it will be collected "
        "with the bill for electricity.",
        "The council that oversees the broadcaster will have fifteen members, of whom parliament chooses "
        "five. The others are named by universities, by the association of journalists and by the churches, "
        "each for a single term of six years.",
        "Programmes in the languages of the minorities must take up a tenth of the airtime before nine in "
        "the "
        "evening. Critics point out that the law says nothing of who pays for them.",
        "The Venice group of lawyers, which had been asked for its opinion twice, found the text an "
        "improvement, though it would have preferred a longer notice before members may be dismissed."}},
      {"grain",
       "The grain corridor reopens for thirty ships",
       {"Thirty ships loaded with wheat and barley left the three harbours within a day of the corridor's "
        "reopening, the port authority said. Another forty wait at anchor for inspectors, of whom there are "
        "too few.",
        "Insurers had asked for escorts, and did not get them. What they got is a hotline between the navies "
        "and the promise that mines drifting south will be reported within the hour.",
        "For the buyers on the far shore the reopening comes late. Bread in the capital of Tarsia costs "
        "twice "
        "what it did at the new year, and the government has begun to ration flour for bakeries.",
        "The agreement runs for one hundred and twenty days and renews itself unless a party objects. The "
        "envoy who brokered it, Leila Haddad, expects no objection before the winter."}},
      {"asylum",
       "Directive on the reception of minors",
       {"Member states shall ensure that every unaccompanied minor is given a guardian within five working "
        "days of the application. The guardian shall act in the best interests of the child and shall not be "
        "an employee of the authority that decides on the case.",
        "Minors shall not be held in detention. Where accommodation in a family cannot be found at once, "
        "they "
        "may stay for no more than fourteen days in centres that admit nobody above the age of eighteen.",
        "Schooling shall begin within one month, in the classes of the district where the child lives and "
        "with lessons in the language of instruction on each school day.",
        "Each member state shall report to the Commission once a year how many minors were registered, how "
        "many of them left their accommodation without notice, and what was done to find them."}},
      {"railway",
       "Neighbours to build the missing railway",
       {"The two transport ministers signed the contract for the missing forty kilometres of railway between "
        "Drenova and the coast. When it is finished a container will need eleven hours from the harbour to "
        "the plain, where today it takes two days by road.",
        "The line crosses nine viaducts and a tunnel that engineers began a lifetime ago and gave up when "
        "the "
        "money ran out. A bank of the region lends 640 million, and the rest comes from both budgets in "
        "equal "
        "parts.",
        "Villages along the valley ask for stations, of which the plans show only two. The ministers "
        "promised "
        "to look at a third if the mayors could agree where it should stand.",
        "Work begins in the spring on the eastern side. Archaeologists have a year to search the terraces "
        "above the river, where coins and the walls of a bath came to light during the survey."}},
      {"audit",
       "Auditors on aid for the flooded districts",
       {"Of the aid that was promised to the flooded districts, 58 per cent has reached a bank account "
        "there, "
        "the court of auditors writes in its report of 9 March. The remainder waits for surveys, for permits "
        "or for a signature.",
        "The auditors looked at two hundred houses. In thirty of them nobody had lived before the flood, and "
        "in six the owner had claimed twice. They call such cases few, and say that the forms invite them.",
        "Roads were repaired first, schools last. The prefect explained that contractors who build roads had "
        "been at work nearby, while those who build schools had to be sought by tender.",
        "The court advises the ministry to pay a third of each claim at once and to check later. In the only "
        "district that did so by mistake, Upper Selce, nothing was lost."}},
      {"space",
       "Convention on debris in low orbit",
       {"Each party shall remove from low orbit, within five years of the end of its service, every object "
        "that it has launched and that weighs more than ten kilograms. Objects below that weight shall be so "
        "placed that they fall by themselves in the same time.",
        "A party that cannot remove an object shall say so to the registry before the launch and shall pay "
        "into the fund, at a rate which the assembly sets every second year.",
        "The registry shall be kept in Nairobi. It shall be open to everyone, without charge, and shall hold "
        "for each object its owner, its orbit, and the day on which it is to come down.",
        "Disputes about damage go to a panel of three arbitrators. Its awards are final, and no party may "
        "invoke its own law to refuse them."}},
  };
  return all;
}

// What others put around a text when they take it over.
inline const std::vector<std::string>& headers() {
  static const std::vector<std::string> all = {"The Lakeside Courier | Politics | Subscribe",
                                               "By Mira Kovac, Brussels, 4 May 2016",
                                               "REGIONAL PRESS DIGEST No. 118"};
  return all;
}
inline const std::vector<std::string>& footers() {
  static const std::vector<std::string> all = {
      "This article first appeared on another website and is republished here under a creative licence. "
      "Views "
      "expressed are those of its author alone and bind neither our editors nor our sponsors.",
      "Copyright 2016 Lakeside Media. All rights reserved.",
      "Share this story with your friends. Sign up for our free weekly newsletter and never miss an update."};
  return all;
}

// A form that a body of states fills in once a year for each of several countries.
inline Article mandate(const std::string& country, const std::string& capital, const std::string& people,
                       const std::string& number, const std::string& year) {
  return {"mandate-" + country,
          "Situation in " + country,
          {"Resolution " + number + " (" + year + ")",
           "The Assembly, recalling its earlier resolutions on the situation in " + country +
               ", reaffirming its commitment to the sovereignty and territorial integrity of " + country +
               ", and having considered the report of its envoy to " + capital + ",",
           "1. Welcomes the steps that the government of " + country +
               " has taken towards a dialogue with all parts of society, and encourages the authorities in " +
               capital + " to continue on that path;",
           "2. Calls upon the parties to let humanitarian aid reach the " + people +
               " people without hindrance, wherever they live;",
           "3. Decides to renew the mandate of its mission in " + country +
               " for twelve months, and asks the envoy to report before it ends;",
           "4. Decides to remain seized of the matter."}};
}

// What an office writes back to whoever writes to it.
inline Article reply(const std::string& name, const std::string& reference, const std::string& day,
                     const std::string& place) {
  return {
      "reply-" + reference,
      "Your letter",
      {"Dear " + name + ",",
       "Thank you for your letter of " + day +
           " to the Minister, which was passed to this department under "
           "the reference " +
           reference +
           ". We were sorry to learn of the difficulties that you met at the "
           "consulate in " +
           place + ".",
       "We have asked the consulate for its account and will write to you again when we have it, as a rule "
       "within six weeks. Until then there is nothing that you need do.",
       "Yours sincerely, the Office for Letters from Citizens"}};
}

// A speech that several articles quote at length.
inline const std::string& quotation() {
  static const std::string text =
      "We have been told for a generation that the border would become a formality, and for a generation we "
      "have stood in line. I do not ask for a grand gesture. I ask for a second window, for a clock that "
      "works, and for an officer who says good morning. If that is too much, then let us at least be honest "
      "with those who wait.";
  return text;
}

}  // namespace dossier::repeated
